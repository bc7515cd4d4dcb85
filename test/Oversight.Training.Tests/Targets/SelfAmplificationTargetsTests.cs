using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Learning.Options;
using Oversight.Methods;
using Oversight.Methods.SelfAmplification;
using Oversight.Neural;
using Oversight.Runs.Options;
using Oversight.Runs.Overseers;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Training.Tests.Targets;

public sealed class SelfAmplificationTargetsTests
{
    private const int Contexts = 4;
    private const int PerContext = 16;
    private static readonly AlgorithmicTask Task = Fixture.TinyTask;
    private readonly Question[] _questions;

    public SelfAmplificationTargetsTests()
    {
        RandomStream random = Fixture.Key("self").Stream();
        _questions =
        [
            .. Enumerable.Range(0, Contexts).Select(_ => Task.DrawContext(Difficulty.Full, random))
                .SelectMany(context => Enumerable.Range(0, PerContext).Select(_ => Task.DrawQuestion(context, random)).ToArray()),
        ];
    }

    [Theory]
    [InlineData(TranscriptFilter.None)]
    [InlineData(TranscriptFilter.Majority)]
    [InlineData(TranscriptFilter.Consistent)]
    public void Make_HumanIsThere_TargetsAreAmplifysAndNothingIsKept(TranscriptFilter filter)
    {
        (Answer[] targets, Answer[] amplified, TranscriptStore kept) = Make(new SelfAmplificationOptions { Filter = filter }, humanIsGone: false);
        Assert.Equal(amplified, targets);
        Assert.Equal(0, kept.Count);
    }

    [Theory]
    [InlineData(TranscriptFilter.None)]
    [InlineData(TranscriptFilter.Majority)]
    [InlineData(TranscriptFilter.Consistent)]
    public void Make_HumanIsGone_TranscriptsOfTargetsAreKept(TranscriptFilter filter)
    {
        (Answer[] targets, Answer[] amplified, TranscriptStore kept) =
            Make(new SelfAmplificationOptions { Filter = filter, Transcripts = Contexts * PerContext }, humanIsGone: true);
        int counted = targets.Count(target => !target.IsUnknown);
        Assert.InRange(kept.Count, 1, counted);
        if (filter != TranscriptFilter.Majority)
        {
            Assert.Equal(counted, kept.Count);
            Assert.All(targets.Zip(amplified), pair => Assert.True(pair.First.IsUnknown || pair.First == pair.Second));
        }

        string[] wanted = [.. targets.Where(target => !target.IsUnknown).Select(target => target.Words.ToString()).Distinct()];
        for (int i = 0; i < kept.Count; i++)
            Assert.Contains(new Symbols(kept[i][^Task.AnswerLength..]).ToString(), wanted);
    }

    [Fact]
    public void Make_SomeTranscriptsWanted_AboutAsManyAreKept()
    {
        (_, _, TranscriptStore kept) = Make(new SelfAmplificationOptions { Filter = TranscriptFilter.None, Transcripts = 16 }, humanIsGone: true);
        Assert.InRange(kept.Count, 5, 30);
    }

    private (Answer[] Targets, Answer[] Amplified, TranscriptStore Kept) Make(SelfAmplificationOptions self, bool humanIsGone)
    {
        var options = new TrainingOptions
        {
            Task = "permutation-powering",
            Preset = "tiny",
            Method = BuiltInMethods.Get("self-amplification"),
            Batch = new BatchOptions { Contexts = Contexts, Questions = PerContext },
            Amplify = new AmplifyOptions { AbstainBelow = 0 },
            Own = self,
        };
        AssistantNetwork network = AssistantNetwork.Create(Task, Fixture.AssistantOptions(AssistantKind.Lookup));
        using ParameterVector teacher = Fixture.Weights(network.Layout);
        var human = new HumanModelNetwork(new TranscriptCodec(Task), new HumanModelOptions { Width = 16, Layers = 1, Heads = 2 });
        using ParameterVector imitation = Fixture.Weights(human.Layout);
        var curriculum = new Curriculum(Task, options.Curriculum);
        if (humanIsGone)
            curriculum.DismissHuman();
        var store = new TranscriptStore(human.Codec);
        var parts = new MethodParts(options, network, teacher, human, imitation, store, curriculum, () => 0, Fixture.Key("run"))
        {
            Memory = new BufferPool(),
            Student = null!,
            Pool = null!,
        };
        using var maker = new SelfAmplificationTargets(parts, Contexts, makers: 1);
        var targets = new Answer[_questions.Length];
        maker.Make(_questions, targets, Fixture.Key("work"));
        Assert.Equal(0, store.Count);
        maker.Publish();

        using AmplifyCrew crew = parts.NewModelCrew(Contexts);
        crew.Begin(Fixture.Key("work"));
        var amplified = new Answer[_questions.Length];
        crew.Amplified.Answer(_questions, amplified);
        return (targets, amplified, store);
    }
}
