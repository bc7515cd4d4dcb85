using System.Globalization;
using System.Text;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.HumanModels;
using Oversight.Runs.Overseers;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Runs.Folders;

/// <summary>
/// Writes down, for people, how H and H' take some held-out questions apart and what X says: the same questions at every evaluation.
/// </summary>
internal sealed class TranscriptSample
{
    private const int MaxQuestions = 8;
    private const int Draws = 200;
    private readonly RunWeights _weights;
    private readonly TrainingOptions _options;
    private readonly List<(Context Context, Question Question)> _asked = [];

    /// <summary>Draws the questions: one of each class, each about a context of its own.</summary>
    /// <param name="weights">The run's weights.</param>
    /// <param name="options">The run's options.</param>
    public TranscriptSample(RunWeights weights, TrainingOptions options)
    {
        (_weights, _options) = (weights, options);
        RandomStream random = RandomKey.FromSeed(options.Seed).Child("transcript samples").Stream();
        var source = new ContextSource(weights.Task, HeldOut: true);
        foreach (string label in weights.Task.Classes.Take(MaxQuestions))
        {
            for (int i = 0; i < Draws; i++)
            {
                Context context = source.Draw(Difficulty.Full, random);
                Question question = weights.Task.DrawQuestion(context, random);
                if (context.Truth.ClassOf(question.Words) != label)
                    continue;
                _asked.Add((context, question));
                break;
            }
        }
    }

    /// <summary>The transcripts as the weights stand now.</summary>
    /// <param name="measured">The evaluation at which they are taken.</param>
    public string Write(MeasuredStep measured)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"step {measured.Step}, round {measured.Round}: ");
        text.Append(CultureInfo.InvariantCulture, $"teacher {measured.Teacher.Overall.Share:F3}, ");
        text.Append(CultureInfo.InvariantCulture, $"amplified {measured.Amplified.Overall.Share:F3}\n");
        text.Append("Sub-questions are answered by X (its teacher); idk is \"don't know\".\n");
        using AmplifyCrew human = NewCrew(_weights.Task.Human);
        using AmplifyCrew? model = _weights.HumanModelNetwork is null
            ? null
            : NewCrew(new HumanModel(_weights.HumanModelNetwork, _weights.HumanModel!, capacity: 1));
        foreach ((Context context, Question question) in _asked)
        {
            WriteQuestion(text, human, context, question);
            WriteTranscript(text, "H ", human, question);
            if (model is not null)
                WriteTranscript(text, "H'", model, question);
        }

        return text.ToString();
    }

    private AmplifyCrew NewCrew(IOverseer overseer) =>
        new(_weights.Network, _weights.Teacher, _ => overseer, contexts: 1, questionsPerContext: 1);

    private void WriteQuestion(StringBuilder text, AmplifyCrew crew, Context context, Question question)
    {
        AlgorithmicTask task = _weights.Task;
        var answer = new Answer[1];
        crew.Begin(RandomKey.FromSeed(_options.Seed).Child("own answer"));
        crew.Teacher.AbstainBelow = 0;
        crew.Teacher.Answer([question], answer);
        string truth = task.FormatAnswer(context.Truth.Answer(question.Words));
        text.Append(CultureInfo.InvariantCulture, $"\n{task.FormatQuestion(question.Words)}    ");
        text.Append(CultureInfo.InvariantCulture, $"[{context.Truth.ClassOf(question.Words)}]\n");
        text.Append(CultureInfo.InvariantCulture, $"  true answer {truth}, ");
        text.Append(CultureInfo.InvariantCulture, $"X on its own {PlainWords.Answer(task, answer[0])} ");
        text.Append(CultureInfo.InvariantCulture, $"(p {crew.Teacher.Confidences[0]:F2})\n");
    }

    private void WriteTranscript(StringBuilder text, string who, AmplifyCrew crew, Question question)
    {
        AlgorithmicTask task = _weights.Task;
        crew.Begin(RandomKey.FromSeed(_options.Seed).Child("transcript"));
        crew.Teacher.AbstainBelow = _options.Amplify.AbstainBelow;
        var answer = new Answer[1];
        crew.Amplified.Answer([question], answer);
        Transcript transcript = crew.Amplified.Transcripts.Snapshot(0);
        IEnumerable<string> exchanges = transcript.Exchanges.Select(exchange => PlainWords.Exchange(task, exchange.Asked, exchange.Reply));
        string asked = transcript.Exchanges.IsEmpty ? "nothing" : string.Join(",  ", exchanges);
        text.Append(CultureInfo.InvariantCulture, $"  {who} asks  {asked}  ");
        text.Append(CultureInfo.InvariantCulture, $"and answers {PlainWords.Answer(task, answer[0])}\n");
    }
}
