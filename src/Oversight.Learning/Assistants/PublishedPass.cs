using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>The published network on a tape. In training every symbol of an answer is given the right symbols before it; in answering those that were chosen.</summary>
internal sealed class PublishedPass : AssistantPass
{
    private readonly AlgorithmicTask _task;
    private readonly AnswerCodec _answers;
    private readonly float _enough;
    private readonly IndexInput _facts;
    private readonly IndexInput _questions;
    private readonly IndexInput _places;
    private readonly IndexInput[] _prefixes;
    private readonly IndexInput[] _targets;
    private readonly Tensor? _targetWeights;
    private readonly MixtureLoss[] _losses;
    private readonly Tensor[] _probabilities;
    private readonly int[] _symbolEnds;
    private readonly byte[] _written;
    private readonly int _factsEnd;

    public PublishedPass(PublishedNetwork network, Tape tape, int contexts, int questionsPerContext)
        : base(network.Task, tape, contexts, questionsPerContext)
    {
        (_task, _answers, _enough) = (network.Task, network.Answers, network.Enough);
        int symbols = _task.AnswerLength;
        _facts = new IndexInput(FactRows, _task.FactLength);
        _questions = new IndexInput(QuestionRows, _task.QuestionLength);
        _places = new IndexInput(new RowGroups(contexts, 1), _task.FactLength * FactRows.RowCapacity);
        // The first symbol has none before it; the input is there so that places match, and is not read.
        _prefixes = [.. Enumerable.Range(0, symbols).Select(i => new IndexInput(QuestionRows, i))];
        _targets = [.. Enumerable.Range(0, tape.Trains ? symbols : 0).Select(_ => new IndexInput(QuestionRows, 1))];
        _targetWeights = tape.Trains ? tape.Input(QuestionRows, 1) : null;
        _losses = new MixtureLoss[_targets.Length];
        _probabilities = new Tensor[tape.Trains ? 0 : symbols];
        _symbolEnds = new int[symbols];
        _written = new byte[QuestionRows.Capacity * symbols];

        Tensor factTable = network.Facts.RecordTable(tape), questionTable = network.Questions.RecordTable(tape);
        PublishedSymbolPass[] answer = [.. network.AnswerSymbols.Select(symbol => new PublishedSymbolPass(symbol, tape, network.FoldsKeys))];
        tape.EndPrelude();
        Tensor facts = RecordFacts(network, tape.Join(_facts, factTable));
        (Tensor Keys, Tensor Values)[] readings = [.. network.QuestionLayers.Select(layer => layer.RecordReading(tape, facts))];
        Tensor[] pointerKeys = [.. answer.Select(symbol => symbol.RecordKeys(facts))];
        _factsEnd = tape.Mark();
        Tensor questions = RecordQuestions(network, tape.Join(_questions, questionTable), readings);
        for (int i = 0; i < symbols; i++)
            RecordSymbol(i, answer[i].Record(questions, _prefixes[i], pointerKeys[i], _places));
    }

    /// <inheritdoc/>
    public override double Loss
    {
        get
        {
            double loss = 0;
            foreach (MixtureLoss symbol in _losses)
                loss += symbol.Value;
            return loss;
        }
    }

    /// <inheritdoc/>
    protected override void ForwardFacts() => Tape.Forward(0, _factsEnd);

    /// <inheritdoc/>
    protected override void ForwardAnswers(ReadOnlySpan<Question> questions, Span<Answer> answers, Span<float> confidences, RandomStream? random)
    {
        confidences[..answers.Length].Fill(1);
        int from = _factsEnd;
        for (int symbol = 0; symbol < _symbolEnds.Length; symbol++)
        {
            Tape.Forward(from, _symbolEnds[symbol]);
            from = _symbolEnds[symbol];
            for (int row = 0; row < answers.Length; row++)
            {
                ReadOnlySpan<float> probabilities = _probabilities[symbol].Row(row);
                // A symbol does not tell whether the answer that it begins stands a test; that it can be tested, it does.
                int guess = random is null && symbol == 0 ? questions[row].Guess : 0;
                int chosen = guess > 0 ? AnswerDraw.Ranked(probabilities, _answers.TestableStarts, guess - 1) : Choose(probabilities, random);
                confidences[row] *= probabilities[chosen];
                Write(row, symbol, (byte)chosen);
            }
        }

        for (int row = 0; row < answers.Length; row++)
            answers[row] = new Answer(new Symbols(Written(row)));
    }

    /// <inheritdoc/>
    protected override void ForwardProbabilities(int questions, Span<float> probabilities)
    {
        Tape.Forward(_factsEnd, _symbolEnds[0]);
        for (int number = 0; number < _answers.Count; number++)
        {
            Symbols words = _answers[number].Words;
            ForwardAfter(words, questions);
            for (int row = 0; row < questions; row++)
                probabilities[row * _answers.Count + number] = ProbabilityOf(words, row);
        }
    }

    /// <inheritdoc/>
    protected override void LoadFact(int row, Symbols fact)
    {
        int perContext = FactRows.Size(0);
        Span<int> places = _places.Row(row / perContext);
        int number = row % perContext;
        if (number == 0)
            places.Fill(-1);
        Span<int> symbols = _facts.Row(row);
        for (int i = 0; i < symbols.Length; i++)
        {
            symbols[i] = fact[i];
            // Each place of a fact has a softmax of its own over the facts.
            places[i * FactRows.RowCapacity + number] = fact[i];
        }
    }

    /// <inheritdoc/>
    protected override void LoadQuestion(int row, Symbols words)
    {
        Span<int> symbols = _questions.Row(row);
        for (int i = 0; i < symbols.Length; i++)
            symbols[i] = words[i];
    }

    /// <inheritdoc/>
    protected override void LoadTarget(int row, Answer target, float weight)
    {
        _targetWeights!.Row(row)[0] = weight;
        for (int i = 0; i < _targets.Length; i++)
        {
            _targets[i].Row(row)[0] = target.Words[i];
            Write(row, i, target.Words[i]);
        }
    }

    /// <summary>Replays the symbols after the first as if the answer's own stood before them, in every row.</summary>
    private void ForwardAfter(Symbols words, int questions)
    {
        for (int symbol = 1; symbol < _symbolEnds.Length; symbol++)
        {
            for (int row = 0; row < questions; row++)
                Write(row, symbol - 1, words[symbol - 1]);
            Tape.Forward(_symbolEnds[symbol - 1], _symbolEnds[symbol]);
        }
    }

    private float ProbabilityOf(Symbols words, int row)
    {
        float probability = 1;
        for (int symbol = 0; symbol < _symbolEnds.Length; symbol++)
            probability *= _probabilities[symbol].Row(row)[words[symbol]];
        return probability;
    }

    private Tensor RecordFacts(PublishedNetwork network, Tensor x)
    {
        foreach (PublishedLayer layer in network.FactLayers)
            x = layer.RecordFacts(Tape, x);
        return Tape.LayerNorm(x, network.FactNorm.Gain, network.FactNorm.Bias);
    }

    private Tensor RecordQuestions(PublishedNetwork network, Tensor x, (Tensor Keys, Tensor Values)[] readings)
    {
        for (int i = 0; i < readings.Length; i++)
            x = network.QuestionLayers[i].RecordQuestions(Tape, x, readings[i]);
        return Tape.LayerNorm(x, network.QuestionNorm.Gain, network.QuestionNorm.Bias);
    }

    private void RecordSymbol(int symbol, PointerMixture mixture)
    {
        if (Tape.Trains)
            _losses[symbol] = Tape.PointerLoss(mixture, _targets[symbol], _targetWeights!, _enough);
        else
            _probabilities[symbol] = Tape.PointerProbabilities(mixture);
        _symbolEnds[symbol] = Tape.Mark();
    }

    /// <summary>Writes a symbol of an answer, to be read by the symbols after it.</summary>
    private void Write(int row, int position, byte symbol)
    {
        _written[row * _task.AnswerLength + position] = symbol;
        for (int later = position + 1; later < _prefixes.Length; later++)
            _prefixes[later].Row(row)[position] = symbol;
    }

    private ReadOnlySpan<byte> Written(int row) => _written.AsSpan(row * _task.AnswerLength, _task.AnswerLength);
}
