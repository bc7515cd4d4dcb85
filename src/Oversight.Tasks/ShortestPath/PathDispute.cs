using Oversight.Core;
using Oversight.Protocols.Debate;

namespace Oversight.Tasks.ShortestPath;

/// <summary>
/// Disputes on distances and first steps. That a way is the shortest is no claim that can be shown; that there is a way, is. So whoever answers with a way must hold it, if it is
/// doubted, and whoever knows a shorter one must hold that; "no way" falls to any way that is shown.
/// </summary>
/// <param name="game">How walks are taken apart; as long as a step may be told of.</param>
internal sealed class PathDispute(PathGame game) : IDispute
{
    private readonly ShortestPathTask _task = game.Task;
    private readonly ShortestPathLanguage _language = game.Task.Language;

    /// <inheritdoc/>
    public IClaimGame Game => game;

    /// <summary>M, the longest distance that is told from none; a step is told for one edge more.</summary>
    private int LongestDistance => _language.Distances.High;

    /// <inheritdoc/>
    public Answer AnswerOf(Claim claim) => claim.Value <= LongestDistance ? _language.Distance(claim.Value) : Answer.Unknown;

    /// <inheritdoc/>
    public void AddPositions(Question question, Answer answer, List<Position> positions)
    {
        bool isStep = ShortestPathLanguage.AsksForStep(question.Words);
        if (answer == (isStep ? ShortestPathLanguage.Unreachable : ShortestPathLanguage.Infinite))
            positions.Add(new Position(question, answer, 0));
        else if (!isStep && IsWay(answer, out int edges))
            positions.Add(new Position(question, answer, edges));
        else if (isStep && _language.IsVertexAlone(answer, out int vertex))
            AddLengths(question, answer, vertex, positions);
    }

    /// <inheritdoc/>
    public void AddObjections(Position position, List<Objection> objections)
    {
        (int from, int to) = _task.EndsOf(position.Question.Words);
        int shorter = position.Value - 1;
        if (position.Value == 0)
            shorter = LongestOf(position.Question);
        else if (!_language.IsVertexAlone(position.Answer, out int step))
            objections.Add(Held(position, from, to, position.Value));
        else
            AddStep(position, from, step, to, objections);
        for (int edges = 1; edges <= shorter; edges++)
            objections.Add(Held(position, from, to, edges) with { HeldByProposer = false });
    }

    /// <summary>A step says nothing of the way's length, which its proposer must therefore say as well. With one edge to go the step is the goal itself.</summary>
    private void AddLengths(Question question, Answer answer, int vertex, List<Position> positions)
    {
        bool isGoal = _task.EndsOf(question.Words).To == vertex;
        for (int edges = isGoal ? 1 : 2; edges <= (isGoal ? 1 : LongestOf(question)); edges++)
            positions.Add(new Position(question, answer, edges));
    }

    private Objection Held(Position position, int from, int to, int edges) =>
        new(new Claim(position.Question.Ask(_task.AskDistance(from, to)), edges), HeldByProposer: true);

    /// <summary>The edge to the step, and the way on from there.</summary>
    private void AddStep(Position position, int from, int step, int to, List<Objection> objections)
    {
        objections.Add(Held(position, from, step, 1));
        if (position.Value > 1)
            objections.Add(Held(position, step, to, position.Value - 1));
    }

    /// <summary>Whether an answer is the distance of a way of one edge or more, and says nothing beside it.</summary>
    private bool IsWay(Answer answer, out int edges) =>
        _language.Distances.TryDecode(answer.Words[0], out edges) && edges > 0 && answer == _language.Distance(edges);

    private int LongestOf(Question question) => ShortestPathLanguage.AsksForStep(question.Words) ? LongestDistance + 1 : LongestDistance;
}
