using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Tasks;

namespace Oversight.Conformance;

/// <summary>
/// Compares our tasks with the reference's recorded behaviour: truth, classes, what is primitive, what the facts say, and every move of H.
/// Not thread-safe; use one for each thread.
/// </summary>
public sealed class FixtureVerifier
{
    private readonly SortedDictionary<FixtureCheck, FixtureTally> _tallies = [];
    private readonly SortedDictionary<string, FixtureTally> _quirks = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];
    private readonly RandomStream _random = RandomKey.FromSeed(0).Child("fixtures").Stream();
    private int _contexts;

    /// <summary>Compares all contexts.</summary>
    /// <param name="contexts">What <see cref="FixtureReader"/> read.</param>
    public static FixtureReport Verify(IEnumerable<FixtureContext> contexts)
    {
        var verifier = new FixtureVerifier();
        foreach (FixtureContext context in contexts)
            verifier.Add(context);
        return verifier.Report();
    }

    /// <summary>Compares one context.</summary>
    /// <param name="fixture">The context.</param>
    /// <exception cref="FixtureFormatException">Its facts make no sense.</exception>
    public void Add(FixtureContext fixture)
    {
        _contexts++;
        int count = fixture.Task.FactCount(fixture.Difficulty);
        Record(FixtureCheck.FactCount, count == fixture.Facts.Count, fixture.Place, $"{count} facts, reference {fixture.Facts.Count}");
        Context context = MakeContext(fixture);
        foreach (FixtureQuestion question in fixture.Questions)
        {
            CompareTruth(fixture.Task, context, question);
            CompareSyntax(fixture.Task, context, question);
            CompareHuman(fixture.Task, context, question);
        }
    }

    /// <summary>What the comparisons so far came to.</summary>
    public FixtureReport Report() => new(
        _contexts,
        _tallies.ToImmutableSortedDictionary(),
        _quirks.ToImmutableSortedDictionary(StringComparer.Ordinal),
        [.. _differences]);

    private static Context MakeContext(FixtureContext fixture)
    {
        try
        {
            return fixture.Task.ContextOf(fixture.Facts);
        }
        catch (ArgumentException exception)
        {
            throw new FixtureFormatException($"{fixture.Place}: {exception.Message}", exception);
        }
    }

    private void CompareTruth(AlgorithmicTask task, Context context, FixtureQuestion question)
    {
        Answer truth = context.Truth.Answer(question.Words);
        bool drawn = question.IsPrimitive && question.Acceptable.Contains(truth);
        Record(FixtureCheck.Truth, truth == question.Truth || drawn, question.Place, Say(task, question.Words, truth, question.Truth));

        IEnumerable<Answer> wronglyJudged = task.Answers.Append(Answer.Unknown)
            .Where(answer => context.Truth.Accepts(question.Words, answer) != question.Acceptable.Contains(answer));
        string list = string.Join(", ", wronglyJudged.Select(task.FormatAnswer));
        string judged = $"{task.FormatQuestion(question.Words)}: judged otherwise: {list}";
        Record(FixtureCheck.Acceptable, list.Length == 0, question.Place, judged);
    }

    private void CompareSyntax(AlgorithmicTask task, Context context, FixtureQuestion question)
    {
        string name = task.FormatQuestion(question.Words);
        if (question.Class is not null)
        {
            string ours = context.Truth.ClassOf(question.Words);
            Record(FixtureCheck.Class, ours == question.Class, question.Place, $"{name}: class {ours}, reference {question.Class}");
        }

        bool primitive = task.IsPrimitive(question.Words);
        Record(FixtureCheck.Primitive, primitive == question.IsPrimitive, question.Place, $"{name}: primitive {primitive}");
        if (primitive)
            CompareFacts(task, context, question);
    }

    private void CompareFacts(AlgorithmicTask task, Context context, FixtureQuestion question)
    {
        Answer answer = task.AnswerPrimitive(new Question(context.Facts, question.Words), _random);
        bool right = question.Acceptable.Contains(answer);
        Record(FixtureCheck.PrimitiveAnswer, right, question.Place, Say(task, question.Words, answer, question.Truth));
    }

    private void CompareHuman(AlgorithmicTask task, Context context, FixtureQuestion question)
    {
        FixtureCheck sort = question.Tag == "top" ? FixtureCheck.Transcript : FixtureCheck.ExtraTranscript;
        CompareTranscript(task, context, question, question.Human, sort);
        foreach (FixtureTranscript wrong in question.Wrong)
            CompareTranscript(task, context, question, wrong, FixtureCheck.WrongTranscript);
    }

    private void CompareTranscript(
        AlgorithmicTask task, Context context, FixtureQuestion question, FixtureTranscript transcript, FixtureCheck sort)
    {
        for (int i = 0; i < transcript.Asked.Length; i++)
        {
            Exchange exchange = transcript.Asked[i];
            if (transcript.Changed.Contains(i))
                continue;
            bool right = context.Truth.Accepts(exchange.Asked, exchange.Reply);
            Answer ours = context.Truth.Answer(exchange.Asked);
            Record(FixtureCheck.SubAnswer, right, question.Place, Say(task, exchange.Asked, ours, exchange.Reply));
        }

        string? difference = FirstDifference(task, question.Words, transcript);
        if (transcript.Quirk is { } quirk)
            _quirks[quirk] = Count(_quirks.GetValueOrDefault(quirk), difference is null, expected: true);
        string line = $"{task.FormatQuestion(question.Words)}: {difference}";
        Record(sort, difference is null, question.Place, line, expected: transcript.Quirk is not null);
    }

    private static string? FirstDifference(AlgorithmicTask task, Symbols question, FixtureTranscript transcript)
    {
        for (int i = 0; i <= transcript.Asked.Length; i++)
        {
            OverseerMove ours = task.Human.NextMove(question, new Dialogue(transcript.Asked.AsSpan()[..i]));
            OverseerMove theirs = i < transcript.Asked.Length
                ? OverseerMove.Ask(transcript.Asked[i].Asked)
                : OverseerMove.Reply(transcript.Answer);
            if (ours != theirs)
                return $"H's move {i + 1} is {Say(task, ours)}, reference {Say(task, theirs)}";
        }

        return null;
    }

    private static string Say(AlgorithmicTask task, OverseerMove move) =>
        move.IsReply ? $"the answer {task.FormatAnswer(new Answer(move.Words))}" : $"to ask {task.FormatQuestion(move.Words)}";

    private static string Say(AlgorithmicTask task, Symbols question, Answer ours, Answer theirs) =>
        $"{task.FormatQuestion(question)} = {task.FormatAnswer(ours)}, reference {task.FormatAnswer(theirs)}";

    private void Record(FixtureCheck check, bool agrees, string place, string difference, bool expected = false)
    {
        _tallies[check] = Count(_tallies.GetValueOrDefault(check), agrees, expected);
        if (!agrees && !expected)
            _differences.Add($"{place}: {check}: {difference}");
    }

    private static FixtureTally Count(FixtureTally tally, bool agrees, bool expected)
    {
        if (agrees)
            return tally with { Agreed = tally.Agreed + 1 };
        return expected ? tally with { Expected = tally.Expected + 1 } : tally with { Unexpected = tally.Unexpected + 1 };
    }
}
