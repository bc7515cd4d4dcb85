using Oversight.Core;
using Oversight.Determinism;
using Oversight.Learning.Assistants;
using Oversight.Numerics;
using Oversight.Runs.Overseers;
using Oversight.Runs.Questions;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;
using Oversight.Tasks;

namespace Oversight.Methods.SelfAmplification;

/// <summary>
/// Amplify^M(M): M answers (a network) and decomposes (a table). From H it learns to decompose up to a depth; then H is cut off, and each round M learns one bit more from its own
/// amplification, answers and decompositions both. Truth is not seen here.
/// </summary>
internal sealed class SelfAmplifier : IDisposable
{
    /// <summary>Contexts a batch.</summary>
    public const int Contexts = 8;

    /// <summary>Questions a context.</summary>
    public const int PerContext = 32;

    private readonly SelfAmplificationStudyOptions _options;
    private readonly RandomKey _key;
    private readonly RandomStream _random;
    private readonly WorkerPool _pool = new(1);
    private readonly AssistantLearner _learner;
    private readonly TransformerAssistant _teacher;
    private readonly FactsFirstAssistant _assistant;
    private readonly TableOverseer _overseer;
    private readonly AmplifiedAssistant _amplified;
    private readonly ContextSource _contexts;
    private readonly TargetBatch _batch = new(Contexts, PerContext);
    private readonly Answer[] _labels = new Answer[Contexts * PerContext];
    private readonly Answer[] _others = new Answer[Contexts * PerContext];
    private readonly Question[] _shifted = new Question[Contexts * PerContext];
    private readonly MajorityVote _votes;
    private DecompositionTable _next;

    public SelfAmplifier(SelfAmplificationStudyOptions options, RandomKey key)
    {
        (_options, _key) = (options, key);
        _votes = new MajorityVote(options.Votes, Contexts * PerContext);
        Task = TaskCatalog.Create($"iterate_c4_l2_k{options.Bits}");
        Words = new PowerWords(Task);
        _contexts = new ContextSource(Task, HeldOut: false);
        TrainingOptions preset = Presets.Create("permutation-powering", TaskPreset.Small, new SelfAmplificationMethod());
        TrainingOptions training = preset with
        {
            Batch = preset.Batch with { Contexts = Contexts, Questions = PerContext },
            // Powers of sigma twice applied are a doubling longer.
            Assistant = preset.Assistant with { Layers = options.Bits + (options.Later == Meaning.Square ? 1 : 0) },
        };
        AssistantNetwork network = AssistantNetwork.Create(Task, training.Assistant);
        _learner = new AssistantLearner(network, training.Learner, key.Child("M"), _pool);
        _teacher = new TransformerAssistant(network, _learner.Teacher.Weights, Contexts, PerContext);
        _random = key.Child("draws").Stream();
        _assistant = new FactsFirstAssistant(Task, Words, _teacher, Contexts * PerContext);
        _overseer = new TableOverseer(Words, _random);
        _amplified = new AmplifiedAssistant(_overseer, _assistant, DecompositionTable.Turns, Contexts * PerContext);
        _next = new DecompositionTable(Words.Bits);
    }

    /// <summary>Permutation powering.</summary>
    public AlgorithmicTask Task { get; }

    /// <summary>Reads its questions.</summary>
    public PowerWords Words { get; }

    /// <summary>What it has cost.</summary>
    public OversightLedger Spent { get; private set; } = new();

    /// <summary>Asks learning to give up.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>How many classes of questions are asked by now.</summary>
    public int OpenClasses { get; private set; }

    /// <summary>The share of the last batches' questions that a label was found for.</summary>
    public double Accepted { get; private set; }

    /// <summary>The share of those labels that M gives by itself: all that it can see of how well it goes.</summary>
    public double Agreement { get; private set; }

    /// <summary>Learns from H, up to d0, and to answer as Amplify^M(M) does there; then H is gone.</summary>
    public void LearnFromHuman()
    {
        OpenClasses = _options.HumanBits - 1;
        _assistant.Meaning = MeaningIn(round: 0);
        AskHuman();
        Learn(_options.StepsWithHuman, "with H");
    }

    /// <summary>One bit more, without H; M's decompositions are learned anew from its own.</summary>
    /// <param name="round">The round, from 1.</param>
    public void NextRound(int round)
    {
        OpenClasses = Math.Min(OpenClasses + 1, Task.Classes.Length);
        _assistant.Meaning = MeaningIn(round);
        _next = new DecompositionTable(Words.Bits);
        if (_assistant.Meaning != Meaning.Usual)
            Relearn(round);
        Learn(_options.StepsPerRound, $"round {round}");
        _overseer.Table = _next;
    }

    /// <summary>M's own answers.</summary>
    /// <param name="questions">About at most <see cref="Contexts"/> contexts.</param>
    /// <param name="answers">Filled.</param>
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers) => _teacher.Answer(questions, answers);

    /// <summary>The labels that M would make for some questions; idk where it would make none.</summary>
    /// <param name="questions">About at most <see cref="Contexts"/> contexts.</param>
    /// <param name="labels">Filled.</param>
    public void Label(ReadOnlySpan<Question> questions, Span<Answer> labels)
    {
        switch (_options.Filter)
        {
            case LabelFilter.Majority:
                Vote(questions, labels);
                break;
            case LabelFilter.SelfConsistency:
                LabelConsistently(questions, labels);
                break;
            case LabelFilter.OwnAnswers:
                _teacher.Answer(questions, labels);
                break;
            default:
                _amplified.Answer(questions, labels);
                break;
        }
    }

    /// <summary>The share of M's decompositions that are not H's, slips aside: other exponents, another order, another element.</summary>
    /// <param name="questions">What is decomposed.</param>
    public double DriftOn(ReadOnlySpan<Question> questions)
    {
        _amplified.Answer(questions, _others.AsSpan(0, questions.Length));
        return Departures.Count(Task.Human, _amplified.Transcripts) / (double)questions.Length;
    }

    /// <summary>Begins a piece of work outside training.</summary>
    /// <param name="name">Its name.</param>
    public void Begin(string name)
    {
        _random.Restart(_key.Child(name));
        _teacher.Forget();
    }

    /// <summary>Primitive questions as they are answered today, for whoever checks.</summary>
    /// <param name="question">A primitive question.</param>
    public Answer AnswerPrimitive(Question question) => _assistant.AnswerPrimitive(question);

    public void Dispose()
    {
        _teacher.Dispose();
        _learner.Dispose();
        _pool.Dispose();
    }

    /// <summary>What M does about a changed meaning before it goes on.</summary>
    private void Relearn(int round)
    {
        if (_options.Relearning == Relearning.FromScratch && MeaningIn(round - 1) == Meaning.Usual)
            _learner.StartAnew(_key.Child("M anew"));
        int classes = OpenClasses;
        for (OpenClasses = 1; OpenClasses < classes && _options.Relearning == Relearning.ClassByClass; OpenClasses++)
            Learn(_options.StepsPerRound, $"round {round}, class {OpenClasses} again");
        OpenClasses = classes;
    }

    private Meaning MeaningIn(int round) => round > _options.ChangesMeaningAfter ? _options.Later : Meaning.Usual;

    private void AskHuman()
    {
        var human = new SlippingOverseer(Task.Human, Words, _options.Slips, _random);
        var amplified = new AmplifiedAssistant(human, _assistant, Task.InteractionLength, 1);
        Begin("ask H");
        long read = _assistant.Read;
        long decisions = 0;
        var one = new Question[1];
        var answer = new Answer[1];
        for (int i = 0; i < _options.HumanQueries; i++)
        {
            one[0] = DrawQuestion(_contexts.Draw(Difficulty.Full, _random));
            amplified.Answer(one, answer);
            LearnDecomposition(_overseer.Table, amplified.Transcripts, 0);
            decisions += amplified.Transcripts.ExchangesOf(0).Length + 1;
        }

        Spent += new OversightLedger(HumanQueries: _options.HumanQueries, HumanDecisions: decisions, FactsRead: _assistant.Read - read);
    }

    private void Learn(int steps, string name)
    {
        (Accepted, Agreement) = (0, 0);
        for (int step = 0; step < steps; step++)
        {
            Cancellation.ThrowIfCancellationRequested();
            _random.Restart(_key.Child(name).Child(step));
            _teacher.Forget();
            DrawBatch();
            Label(_batch.Questions, _labels);
            Take();
            _learner.Step(_batch);
            Spent += new OversightLedger(Steps: 1);
            if (step >= steps - 10)
                Watch();
        }
    }

    private void DrawBatch()
    {
        for (int i = 0; i < Contexts; i++)
        {
            Context context = _contexts.Draw(Difficulty.Full, _random);
            _batch.Contexts[i] = context.Facts;
            for (int j = i * PerContext; j < (i + 1) * PerContext; j++)
                _batch.Questions[j] = DrawQuestion(context);
        }
    }

    private Question DrawQuestion(Context context)
    {
        Question question;
        do
            question = Task.DrawQuestion(context, _random);
        while (Task.SyntacticClass(question.Words) >= OpenClasses);
        return question;
    }

    /// <summary>Makes labels targets, and remembers how those were decomposed that were accepted.</summary>
    private void Take()
    {
        for (int i = 0; i < _labels.Length; i++)
        {
            _batch.Targets[i] = _labels[i];
            _batch.Weights[i] = _labels[i].IsUnknown ? 0 : 1;
            if (_options.Filter != LabelFilter.OwnAnswers && !_labels[i].IsUnknown && _amplified.Transcripts.AnswerOf(i) == _labels[i])
                LearnDecomposition(_next, _amplified.Transcripts, i);
        }
    }

    private void Watch()
    {
        _teacher.Forget();
        _teacher.Answer(_batch.Questions, _others);
        int accepted = _labels.Count(label => !label.IsUnknown);
        int agreed = Enumerable.Range(0, _labels.Length).Count(i => !_labels[i].IsUnknown && _labels[i] == _others[i]);
        Accepted += accepted / (10.0 * _labels.Length);
        Agreement += agreed / (10.0 * Math.Max(1, accepted));
    }

    /// <summary>Several decompositions, drawn apart; a label where more than half come to the same. The last one leaves its transcripts.</summary>
    private void Vote(ReadOnlySpan<Question> questions, Span<Answer> labels)
    {
        RandomKey work = _random.Key;
        for (int vote = 0; vote < _votes.Votes; vote++)
        {
            _random.Restart(work.Child("votes").Child(vote));
            _amplified.Answer(questions, _votes.Ballot(vote, questions.Length));
        }

        _votes.Count(labels[..questions.Length]);
    }

    private void LabelConsistently(ReadOnlySpan<Question> questions, Span<Answer> labels)
    {
        Span<Answer> images = _others.AsSpan(0, questions.Length);
        for (int i = 0; i < questions.Length; i++)
        {
            Answer image = OneStep(questions[i].Facts, Words.ElementOf(questions[i].Words));
            _shifted[i] = questions[i].Ask(Words.Ask(image.Words, Words.ExponentOf(questions[i].Words)));
        }

        _amplified.Answer(_shifted.AsSpan(0, questions.Length), images);
        // The questions themselves come last, so that it is their transcripts that are learned from.
        _amplified.Answer(questions, labels);
        for (int i = 0; i < questions.Length; i++)
        {
            if (labels[i].IsUnknown || OneStep(questions[i].Facts, labels[i].Words) != images[i])
                labels[i] = Core.Answer.Unknown;
        }
    }

    private Answer OneStep(Facts facts, Symbols element) => _assistant.AnswerPrimitive(new Question(facts, Words.Ask(element, 1)));

    private void LearnDecomposition(DecompositionTable table, TranscriptBatch transcripts, int index)
    {
        Symbols question = transcripts.QuestionOf(index).Words;
        ReadOnlySpan<Exchange> exchanges = transcripts.ExchangesOf(index);
        Span<int> asked = stackalloc int[exchanges.Length];
        Span<bool> goesOn = stackalloc bool[exchanges.Length];
        for (int turn = 0; turn < exchanges.Length; turn++)
        {
            asked[turn] = Words.ExponentOf(exchanges[turn].Asked);
            goesOn[turn] = turn > 0 && Words.ElementOf(exchanges[turn].Asked) == exchanges[turn - 1].Reply.Words;
        }

        table.Learn(Words.ExponentOf(question), asked, goesOn);
    }
}
