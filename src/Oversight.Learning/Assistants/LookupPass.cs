using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>The look-up network on a tape.</summary>
internal sealed class LookupPass : AssistantPass
{
    private const float PointerSharpness = 16;
    private readonly LookupNetwork _network;
    private readonly RowGroups _statementRows;
    private readonly IndexInput _facts;
    private readonly IndexInput _questions;
    private readonly RowGroups _wordRows;
    private readonly IndexInput _words;
    private readonly IndexInput _places;
    private readonly IndexInput? _targets;
    private readonly Tensor? _targetWeights;
    private readonly MixtureLoss? _loss;
    private readonly Tensor? _probabilities;
    private readonly int _factsEnd;
    private readonly int _end;

    public LookupPass(LookupNetwork network, Tape tape, int contexts, int questionsPerContext)
        : base(network.Task, tape, contexts, questionsPerContext)
    {
        _network = network;
        FieldEncoding encoding = network.Encoding;
        int slots = network.Statements.FactSlots.Length;
        _statementRows = new RowGroups(contexts, FactRows.RowCapacity * network.Statements.StatementsPerFact);
        _facts = new IndexInput(_statementRows, _network.Fields * encoding.SymbolsPerField);
        _questions = new IndexInput(QuestionRows, _network.Fields * encoding.SymbolsPerField);
        _wordRows = new RowGroups(contexts, slots * FactRows.RowCapacity + AnswersPointedAt);
        _words = new IndexInput(_wordRows, encoding.WordLength);
        _places = new IndexInput(new RowGroups(contexts, 1), _wordRows.RowCapacity);

        LookupReading[] readings = RecordFacts();
        Tensor wordKeys = tape.RmsNorm(tape.Embed(_words, encoding.Table), null);
        _factsEnd = tape.Mark();
        PointerMixture mixture = RecordQuestions(readings, wordKeys);
        if (tape.Trains)
        {
            _targets = new IndexInput(QuestionRows, 1);
            _targetWeights = tape.Input(QuestionRows, 1);
            _loss = tape.PointerLoss(mixture, _targets, _targetWeights, network.Enough);
        }
        else
        {
            _probabilities = tape.PointerProbabilities(mixture);
        }

        _end = tape.Mark();
    }

    /// <inheritdoc/>
    public override double Loss => _loss!.Value;

    /// <inheritdoc/>
    protected override void ForwardFacts() => Tape.Forward(0, _factsEnd);

    /// <inheritdoc/>
    protected override void ForwardAnswers(ReadOnlySpan<Question> questions, Span<Answer> answers, Span<float> confidences, RandomStream? random)
    {
        Tape.Forward(_factsEnd, _end);
        for (int row = 0; row < answers.Length; row++)
        {
            ReadOnlySpan<float> probabilities = _probabilities!.Row(row);
            // Drawn guesses differ by chance; otherwise the n-th guess is the n-th most probable.
            int chosen = random is null && questions[row].Guess > 0 ? Guess(probabilities, questions[row]) : Choose(probabilities, random);
            answers[row] = _network.Answers[chosen];
            confidences[row] = probabilities[chosen];
        }
    }

    /// <summary>The n-th most probable of the answers that can be tested and stand the first test; of those that can be tested, if none does.</summary>
    private int Guess(ReadOnlySpan<float> probabilities, Question question)
    {
        Span<bool> stands = stackalloc bool[probabilities.Length];
        ReadOnlySpan<bool> testable = _network.Answers.Testable;
        for (int i = 0; i < stands.Length; i++)
            stands[i] = testable[i] && _network.Task.StandsFirstTest(question, _network.Answers[i]);
        return AnswerDraw.Ranked(probabilities, stands.Contains(true) ? stands : testable, question.Guess - 1);
    }

    /// <inheritdoc/>
    protected override void ForwardProbabilities(int questions, Span<float> probabilities)
    {
        Tape.Forward(_factsEnd, _end);
        int answers = _network.Answers.Count;
        for (int row = 0; row < questions; row++)
            _probabilities!.Row(row)[..answers].CopyTo(probabilities[(row * answers)..]);
    }

    /// <summary>
    /// A computed result need not stand in any fact, so that the pointer can point at every answer: then an answer is written in the symbols in which it is read, and what is
    /// learned of a sum holds for the sums of which it is a part.
    /// </summary>
    private int AnswersPointedAt => _network.Shape.ComputesResults ? _network.Answers.Count - 1 : 0;

    /// <inheritdoc/>
    protected override void LoadFact(int row, Symbols fact)
    {
        FieldEncoding encoding = _network.Encoding;
        int slots = _network.Statements.FactSlots.Length;
        int context = row / FactRows.Size(0);
        int place = row % FactRows.Size(0) * slots;
        int statements = _network.Statements.StatementsPerFact;
        if (row == 0)
        {
            _wordRows.SetUniform(FactRows.Count, FactRows.Size(0) * slots + AnswersPointedAt);
            _statementRows.SetUniform(FactRows.Count, FactRows.Size(0) * statements);
        }

        for (int statement = 0; statement < statements; statement++)
            encoding.LoadFact(_facts.Row(row * statements + statement), fact, statement);
        if (place == 0)
            LoadAnswers(context, FactRows.Size(0) * slots);
        foreach (WordSlot slot in _network.Statements.FactSlots)
        {
            Symbols word = fact.Slice(slot.Start, slot.Length);
            encoding.LoadWord(_words.Row(_wordRows.Start(context) + place), word);
            _places.Row(context)[place++] = _network.Answers.NumberOf(word);
        }
    }

    /// <inheritdoc/>
    protected override void LoadQuestion(int row, Symbols words) => _network.Encoding.LoadQuestion(_questions.Row(row), words);

    /// <inheritdoc/>
    protected override void LoadTarget(int row, Answer target, float weight)
    {
        int number = _network.Answers.NumberOf(target.Words);
        _targets!.Row(row)[0] = number;
        _targetWeights!.Row(row)[0] = number < 0 ? 0 : weight;
    }

    private void LoadAnswers(int context, int firstPlace)
    {
        Span<int> places = _places.Row(context);
        places.Fill(-1);
        for (int i = 0; i < AnswersPointedAt; i++)
        {
            int place = firstPlace + i;
            places[place] = i + 1;
            _network.Encoding.LoadWord(_words.Row(_wordRows.Start(context) + place), _network.Answers[i + 1].Words);
        }
    }

    /// <summary>
    /// Keys and values of the facts as they stand before each layer; nobody reads what the last layer would make of them. Facts that are looked up as sets stay as they are, and
    /// layers that share their look-ups read them once.
    /// </summary>
    private LookupReading[] RecordFacts()
    {
        var readings = new LookupReading[_network.Layers.Count];
        Tensor facts = Tape.Embed(_facts, _network.Encoding.Table, _network.Fields);
        for (int i = 0; i < readings.Length; i++)
        {
            readings[i] = i > 0 && _network.ReadsOnce ? readings[0] : _network.Layers[i].RecordReading(Tape, facts);
            if (i + 1 < readings.Length && !_network.Shape.HoldsSets)
                facts = _network.Layers[i].Record(Tape, facts, readings[i], questions: false);
        }

        return readings;
    }

    private PointerMixture RecordQuestions(LookupReading[] readings, Tensor wordKeys)
    {
        Tensor x = Tape.Embed(_questions, _network.Encoding.Table, _network.Fields);
        for (int i = 0; i < readings.Length; i++)
            x = _network.Layers[i].Record(Tape, x, readings[i], questions: true);
        Tensor z = _network.Shape.Normalise(Tape, x);
        Tensor pointing = Tape.Weigh(z, Tape.Linear(z, _network.PointerField, _network.PointerFieldBias));
        Tensor query = Tape.RmsNorm(Tape.Linear(pointing, _network.PointerQuery), _network.PointerGain);
        Tensor scores = Tape.Scores(query, wordKeys, 1, PointerSharpness / _network.FieldWidth);
        return new PointerMixture(
            scores, _places, 1, Tape.Linear(z, _network.Vocabulary, _network.VocabularyBias), Tape.Linear(z, _network.Mix, _network.MixBias));
    }
}
