using Oversight.Neural.Operations;
using Oversight.Numerics;

namespace Oversight.Neural;

/// <summary>
/// Reverse-mode automatic differentiation on a tape that is recorded once and replayed for every batch. Before the first replay all values and gradients are laid
/// out in arenas, so that a replay allocates nothing; what is never needed together shares a place, so that it touches little memory. A tape is bound to one vector
/// of weights and, for training, to one of gradients; it is used by one thread at a time, and tapes that share weights may run on several.
/// </summary>
public sealed class Tape : IDisposable
{
    // So many floats in a tensor, and what a layer makes of them, stay in a second-level cache of 1 or 2 MiB.
    private const int FloatsAtOnce = 24 * 1024;

    // More rows than this save no more; they only take memory.
    private const int MostRowsAtOnce = 1024;

    private readonly List<Operation> _operations = [];
    private readonly List<Tensor> _tensors = [];
    private readonly List<int> _marks = [];
    private readonly List<GivenGradient> _given = [];
    private readonly Arena _values;
    private readonly Arena _valueGradients;
    private readonly ParameterVector _weights;
    private readonly WeightPanels? _panels;
    private readonly GradientSum _sum;
    private ParameterVector? _gradients;
    private int _prelude;
    private bool _isSumming;
    private bool _isPreludeFresh;
    private int _sums;
    private int _backwardPasses;

    /// <summary>An empty tape.</summary>
    /// <param name="weights">The weights that operations read.</param>
    /// <param name="gradients">Where <see cref="Backward()"/> adds the weights' gradients; null for a tape that only answers.</param>
    /// <param name="panels">Those of the same weights, kept fresh by their owner; null for products that cut the weights themselves.</param>
    /// <param name="memory">Lends room for values from the first use to <see cref="Release"/>; null for room of the tape's own.</param>
    public Tape(ParameterVector weights, ParameterVector? gradients = null, WeightPanels? panels = null, BufferPool? memory = null)
    {
        (_values, _valueGradients) = (new Arena(memory), new Arena(memory));
        _weights = weights;
        _gradients = gradients;
        _panels = panels;
        _sum = new GradientSum(weights.Layout);
    }

    /// <summary>
    /// A good number of rows to learn from at once: few enough that activations stay near, and many enough that reading the weights and adding to their gradients, whose
    /// number grows with the square of the width, is worth it.
    /// </summary>
    /// <param name="width">C, the width of the network.</param>
    public static int RowsAtOnce(int width) => Math.Max(FloatsAtOnce / width, Math.Min(7 * width / 2, MostRowsAtOnce));

    /// <summary>Whether the tape can run backward.</summary>
    public bool Trains => _gradients is not null;

    /// <summary>
    /// The multiplications and additions of all matrix products so far, forward and backward. What is not a matrix product (norms, softmax, gates, sums) is not counted.
    /// </summary>
    public long Flops { get; private set; }

    /// <summary>How often the prelude was replayed.</summary>
    internal int PreludeReplays { get; private set; }

    /// <summary>An input of numbers without a gradient.</summary>
    /// <param name="groups">Its rows.</param>
    /// <param name="columns">Numbers a row.</param>
    public Tensor Input(RowGroups groups, int columns) => NewTensor(groups, columns, wantsGradient: false, from: 0, to: int.MaxValue);

    /// <summary>
    /// Sums of a table's rows, one a field, side by side: field f of y[r] is the sum over j of table[indices[r, f * J + j]], an index of -1 adding nothing.
    /// </summary>
    /// <param name="indices">(rows, fields * J): row numbers of the table.</param>
    /// <param name="table">(n, C).</param>
    /// <param name="fields">How many sums stand side by side; with J = 1 this places embeddings next to one another.</param>
    /// <returns>(rows, fields * C).</returns>
    public Tensor Embed(IndexInput indices, Parameter table, int fields = 1)
    {
        Tensor output = NewTensor(indices.Groups, fields * table.Columns);
        return Record(new EmbedOperation(this, indices, table, fields, output), output);
    }

    /// <summary>y = x W + b, then max(0, y) if asked, or plus a residual.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="weight">(C, D).</param>
    /// <param name="bias">(1, D), or null for none.</param>
    /// <param name="relu">Whether negative outputs become 0.</param>
    /// <param name="residual">(rows, D): added at the end, or null for nothing. Not together with <paramref name="relu"/>.</param>
    public Tensor Linear(Tensor x, Parameter weight, Parameter? bias = null, bool relu = false, Tensor? residual = null)
    {
        Tensor output = NewTensor(x.Groups, weight.Columns);
        return Record(new LinearOperation(this, x, new ParameterWeight(this, weight, isTransposedToo: x.HasGradients), bias, relu, residual, output), output, x, residual);
    }

    /// <summary>y = x W + biases, then max(0, y) if asked.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="weight">(C, D).</param>
    /// <param name="biases">(rows, D): a bias for each row, or (1, D) for all.</param>
    /// <param name="relu">Whether negative outputs become 0.</param>
    public Tensor Linear(Tensor x, Parameter weight, Tensor biases, bool relu = false)
    {
        Tensor output = NewTensor(x.Groups, weight.Columns);
        return Record(new LinearOperation(this, x, new ParameterWeight(this, weight, isTransposedToo: x.HasGradients), biases, relu, output), output, x, biases);
    }

    /// <summary>
    /// What each symbol at each place adds to embeddings that are joined and projected. Few symbols stand in many rows, so that <see cref="Join"/>, which sums rows of this,
    /// takes far less than projecting every row.
    /// </summary>
    /// <param name="table">(n, E): the embeddings.</param>
    /// <param name="weight">(places * E, C): the projection of embeddings that stand side by side.</param>
    /// <param name="bias">(1, C).</param>
    /// <returns>(1 + places * n, C): the bias, then, place by place, what each symbol adds there.</returns>
    public Tensor JoinTable(Parameter table, Parameter weight, Parameter bias)
    {
        int places = weight.Rows / table.Columns;
        Tensor output = NewTensor(new RowGroups(1, 1 + places * table.Rows), weight.Columns);
        return Record(new JoinTableOperation(this, table, weight, bias, output), output);
    }

    /// <summary>A parameter as a tensor, for what makes weights of weights.</summary>
    /// <param name="parameter">(n, C).</param>
    /// <returns>(n, C).</returns>
    public Tensor Weight(Parameter parameter)
    {
        Tensor output = NewTensor(new RowGroups(1, parameter.Rows), parameter.Columns);
        return Record(new WeightOperation(this, parameter, output), output);
    }

    /// <summary>
    /// Folds keys into queries: (x Q) (f K)^T = (x Q K^T) f^T. Where Q K^T is worked out once for many rows of f, these need no keys of their own.
    /// </summary>
    /// <param name="q">(n, copies * D): Q, or what it makes of something, its copies side by side.</param>
    /// <param name="key">(C, copies * D): K, its copies side by side.</param>
    /// <param name="copies">How many pairs of queries and keys there are.</param>
    /// <returns>(n, copies * C).</returns>
    public Tensor Fold(Tensor q, Parameter key, int copies)
    {
        Tensor output = NewTensor(q.Groups, copies * key.Rows);
        return Record(new FoldOperation(this, q, key, copies, output), output, q);
    }

    /// <summary>y = x W + biases, where W was made of weights.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="weight">(C, D).</param>
    /// <param name="biases">(rows, D): a bias for each row, or (1, D) for all.</param>
    public Tensor Linear(Tensor x, Tensor weight, Tensor biases)
    {
        Tensor output = NewTensor(x.Groups, weight.Columns);
        return Record(new LinearOperation(this, x, new TensorWeight(this, weight, isTransposedToo: x.HasGradients), biases, relu: false, output), output, x, weight, biases);
    }

    /// <summary>Joined and projected embeddings: the first row of a <see cref="JoinTable"/>, and one more for each symbol.</summary>
    /// <param name="symbols">(rows, places): the symbols, from 0 to n - 1; -1 adds nothing.</param>
    /// <param name="table">(1 + places * n, C): a <see cref="JoinTable"/>, or what a linear map makes of one.</param>
    /// <param name="bias">(1, C): added to every row, or null for none.</param>
    /// <returns>(rows, C).</returns>
    public Tensor Join(IndexInput symbols, Tensor table, Tensor? bias = null)
    {
        Tensor output = NewTensor(symbols.Groups, table.Columns);
        return Record(new JoinOperation(symbols, table, bias, output), output, table, bias);
    }

    /// <summary>y = x / rms(x) * gain, row by row or part by part (Zhang and Sennrich 2019).</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="gain">(1, C), or null for no gain.</param>
    /// <param name="parts">How many parts of equal width each row falls into; each is normalised on its own.</param>
    /// <param name="epsilon">Added to the mean square: a part shorter than its root is taken for empty and stays short instead of turning noise into a direction.</param>
    public Tensor RmsNorm(Tensor x, Parameter? gain, int parts = 1, float epsilon = 1e-3f)
    {
        Tensor output = NewTensor(x.Groups, x.Columns);
        return Record(new RmsNormOperation(this, x, gain, parts, epsilon, output), output, x);
    }

    /// <summary>y = (x - mean) / deviation * gain + bias, row by row (Ba, Kiros, Hinton 2016).</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="gain">(1, C).</param>
    /// <param name="bias">(1, C).</param>
    public Tensor LayerNorm(Tensor x, Parameter gain, Parameter bias)
    {
        Tensor output = NewTensor(x.Groups, x.Columns);
        return Record(new LayerNormOperation(this, x, gain, bias, output), output, x);
    }

    /// <summary>x + y.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="y">(rows, C).</param>
    public Tensor Add(Tensor x, Tensor y)
    {
        Tensor output = NewTensor(x.Groups, x.Columns);
        return Record(new AddOperation(x, y, output), output, x, y);
    }

    /// <summary>A gate between old and new with one opening a field: x + sigmoid(logits) (u - x), where a row is several fields of equal width.</summary>
    /// <param name="x">(rows, C): the old.</param>
    /// <param name="logits">(rows, fields): how far to open; as many as columns gates every number on its own.</param>
    /// <param name="u">(rows, C): the new.</param>
    public Tensor Gate(Tensor x, Tensor logits, Tensor u)
    {
        Tensor output = NewTensor(x.Groups, x.Columns);
        return Record(new GateOperation(this, x, logits, u, output), output, x, logits, u);
    }

    /// <summary>factor x.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="factor">The factor.</param>
    public Tensor Scale(Tensor x, float factor)
    {
        Tensor output = NewTensor(x.Groups, x.Columns);
        return Record(new ScaleOperation(x, factor, output), output, x);
    }

    /// <summary>Each part of a row times a number of its own.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="weights">(rows, parts): the numbers; the parts of a row have equal width.</param>
    public Tensor Weigh(Tensor x, Tensor weights)
    {
        Tensor output = NewTensor(x.Groups, x.Columns);
        return Record(new WeighOperation(x, weights, output), output, x, weights);
    }

    /// <summary>Scaled dot-product attention within groups: softmax(scale q k^T) v for each head (Vaswani et al. 2017).</summary>
    /// <param name="q">(rows, NH * D): queries; group i attends to group i of the keys.</param>
    /// <param name="k">(key rows, NH * D).</param>
    /// <param name="v">(key rows, NH * E).</param>
    /// <param name="heads">NH.</param>
    /// <param name="scale">The factor on the logits.</param>
    /// <param name="causal">Whether row i of a group sees the keys 0..i only.</param>
    /// <param name="nothing">
    /// (rows, NH): the logit, before the factor, of one key more whose value is zero: a row whose keys all fit worse than that fetches nothing. Null for none.
    /// </param>
    public Tensor Attention(Tensor q, Tensor k, Tensor v, int heads, float scale, bool causal = false, Tensor? nothing = null)
    {
        Tensor output = NewTensor(q.Groups, v.Columns);
        return Record(new AttentionOperation(this, q, k, v, nothing, heads, scale, causal, output), output, q, k, v, nothing);
    }

    /// <summary>
    /// The sum of v over the keys of a group as far as they fit, the product of sigmoid(sharpness (q k / D - 1/2)) over a row's parts: unlike attention it finds several keys
    /// as easily as one, and none.
    /// </summary>
    /// <param name="q">(rows, parts * D): what is looked for; group i looks among group i of the keys.</param>
    /// <param name="k">(key rows, parts * D): what keys are found by.</param>
    /// <param name="v">(key rows, E).</param>
    /// <param name="parts">How many things a key has to fit in.</param>
    /// <param name="sharpness">How sharply fitting is told from not fitting.</param>
    /// <returns>(rows, E).</returns>
    public Tensor Gather(Tensor q, Tensor k, Tensor v, int parts, float sharpness)
    {
        Tensor output = NewTensor(q.Groups, v.Columns);
        return Record(new GatherOperation(this, q, k, v, parts, sharpness, output), output, q, k, v);
    }

    /// <summary>
    /// The sum over the keys of a group of what a row and a key make together, max(0, q + k): a perceptron of each pair, added up over all of them (a relation network,
    /// Santoro et al. 2017). Attention chooses keys; this counts them.
    /// </summary>
    /// <param name="q">(rows, C): group i is paired with group i of the keys.</param>
    /// <param name="k">(key rows, C).</param>
    /// <returns>(rows, C).</returns>
    public Tensor PairSums(Tensor q, Tensor k)
    {
        Tensor output = NewTensor(q.Groups, q.Columns);
        return Record(new PairSumsOperation(q, k, output), output, q, k);
    }

    /// <summary>How far each part of a row is there at all: 1.1 m / (m + 0.1), m being the part's mean square.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="parts">How many parts of equal width each row falls into.</param>
    /// <returns>(rows, parts), from 0 for nothing to 1 for a part with mean square 1.</returns>
    public Tensor Presence(Tensor x, int parts)
    {
        Tensor output = NewTensor(x.Groups, parts);
        return Record(new PresenceOperation(x, output), output, x);
    }

    /// <summary>
    /// Attention logits: scale q k^T within groups, (rows, NH * K) with K the keys' row capacity. Places beyond a group's keys, and the future if causal, are -infinity.
    /// </summary>
    /// <param name="q">(rows, NH * D).</param>
    /// <param name="k">(key rows, NH * D), or (key rows, D) for keys that all heads share.</param>
    /// <param name="heads">NH.</param>
    /// <param name="scale">The factor on the logits.</param>
    /// <param name="causal">Whether row i of a group sees the keys 0..i only.</param>
    /// <exception cref="ArgumentException">The columns of the keys are neither those of the queries nor those of one head.</exception>
    public Tensor Scores(Tensor q, Tensor k, int heads, float scale, bool causal = false)
    {
        if (k.Columns != q.Columns && k.Columns * heads != q.Columns)
            throw new ArgumentException($"Keys of {k.Columns} columns do not fit queries of {q.Columns} columns and {heads} heads.", nameof(k));
        Tensor output = NewTensor(q.Groups, heads * k.Groups.RowCapacity);
        return Record(new ScoresOperation(q, k, heads, scale, causal, output), output, q, k);
    }

    /// <summary>
    /// The loss of a pointer mixture: -weight log p(target) with p = sum over copies of mix * (attention mass on places that hold the target) + mix * vocabulary softmax.
    /// </summary>
    /// <param name="mixture">What is mixed.</param>
    /// <param name="targets">(rows, 1): the word wanted; rows with weight 0 may hold -1.</param>
    /// <param name="weights">(rows, 1): the weight of each row, already divided by whatever the loss is a mean over.</param>
    /// <param name="enough">Rows of positive weight whose target is at least as probable have no gradient; 1 for a gradient always.</param>
    public MixtureLoss PointerLoss(PointerMixture mixture, IndexInput targets, Tensor weights, float enough = 1)
    {
        var operation = new PointerLossOperation(this, mixture, targets, weights, enough);
        Push(operation, mixture.Scores, mixture.Logits, mixture.Mix, weights);
        return new MixtureLoss(operation);
    }

    /// <summary>The probabilities of a pointer mixture, (rows, V), without a gradient.</summary>
    /// <param name="mixture">What is mixed.</param>
    public Tensor PointerProbabilities(PointerMixture mixture)
    {
        Tensor output = NewTensor(mixture.Logits.Groups, mixture.Logits.Columns, wantsGradient: false);
        return Record(new PointerProbabilitiesOperation(this, mixture, output), output, mixture.Scores, mixture.Logits, mixture.Mix);
    }

    /// <summary>Attention of the new rows of each sequence over the keys and values cached up to their own step, which they join first. Answers only.</summary>
    /// <param name="cache">The keys and values of all sequences; its memory is open whenever the tape runs.</param>
    /// <param name="q">(rows, NH * D): the cursor says which sequences a row belongs to; the cache how many heads there are.</param>
    /// <param name="k">(rows, NH * D): appended to the cache.</param>
    /// <param name="v">(rows, NH * D): appended to the cache.</param>
    /// <param name="scale">The factor on the logits.</param>
    public Tensor CachedAttention(SequenceCache cache, Tensor q, Tensor k, Tensor v, float scale)
    {
        Tensor output = NewTensor(q.Groups, v.Columns, wantsGradient: false);
        return Record(new CachedAttentionOperation(this, cache, q, k, v, scale, output), output, q, k, v);
    }

    /// <summary>Writes the new keys of each sequence into a cache. Answers only.</summary>
    /// <param name="cache">The keys of all sequences; its memory is open whenever the tape runs.</param>
    /// <param name="k">(rows, D).</param>
    public void Append(SequenceCache cache, Tensor k) => Push(new AppendOperation(this, cache, k), k);

    /// <summary>Attention logits of the last row of each sequence over its cached keys up to the step written: (rows, T), -infinity beyond. Answers only.</summary>
    /// <param name="cache">The keys of all sequences; its memory is open whenever the tape runs.</param>
    /// <param name="q">(rows, D): the rows of the last step.</param>
    /// <param name="scale">The factor on the logits.</param>
    public Tensor CachedScores(SequenceCache cache, Tensor q, float scale)
    {
        Tensor output = NewTensor(q.Groups, cache.Cursor.Steps, wantsGradient: false);
        return Record(new CachedScoresOperation(this, cache, q, scale, output), output, q);
    }

    /// <summary>The last rows of a tensor. Answers only.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="last">How many, and how they fall into groups; at most as many as x has.</param>
    public Tensor LastRows(Tensor x, RowGroups last)
    {
        Tensor output = NewTensor(last, x.Columns, wantsGradient: false);
        return Record(new LastRowsOperation(x, output), output, x);
    }

    /// <summary>The columns of one tensor followed by those of another.</summary>
    /// <param name="x">(rows, C).</param>
    /// <param name="y">(rows, D).</param>
    public Tensor Concatenate(Tensor x, Tensor y)
    {
        Tensor output = NewTensor(x.Groups, x.Columns + y.Columns);
        return Record(new ConcatenateOperation(x, y, output), output, x, y);
    }

    /// <summary>Lets the caller give the derivative of a loss of its own: a policy gradient, a logistic loss.</summary>
    /// <param name="x">(rows, C): what the loss is a function of.</param>
    /// <returns>Where the derivative is written before each <see cref="Backward()"/>.</returns>
    public GivenGradient Give(Tensor x)
    {
        var gradient = new GivenGradient(x);
        _given.Add(gradient);
        Push(new GivenGradientOperation(x, gradient), x);
        return gradient;
    }

    /// <summary>Marks the end of a part: <see cref="Forward(int, int)"/> can replay the operations between two marks alone.</summary>
    public int Mark()
    {
        _marks.Add(_operations.Count);
        return _operations.Count;
    }

    /// <summary>
    /// Ends the prelude: what was recorded so far depends on the weights alone. In a sum over several passes it is replayed once, forward before the first and backward
    /// after the last; otherwise like everything else.
    /// </summary>
    public void EndPrelude()
    {
        _prelude = Mark();
        foreach (Tensor tensor in _tensors)
            tensor.IsOfPrelude = true;
    }

    /// <summary>Replays every operation.</summary>
    public void Forward() => Forward(0, _operations.Count);

    /// <summary>Replays the operations between two marks.</summary>
    /// <param name="from">The first mark.</param>
    /// <param name="to">The mark after the last operation.</param>
    public void Forward(int from, int to)
    {
        LayOut();
        for (int i = PassPrelude(from); i < to; i++)
        {
            _operations[i].Forward();
            Flops += _operations[i].ForwardFlops;
        }
    }

    /// <summary>Adds the gradient of the sum of the recorded losses to the weights' gradients. Call after <see cref="Forward()"/>.</summary>
    /// <exception cref="InvalidOperationException">The tape was made without gradients.</exception>
    public void Backward()
    {
        if (_gradients is null)
            throw new InvalidOperationException("This tape only answers: it was made without a vector for gradients.");
        _backwardPasses++;
        Backward(_operations.Count, _isSumming ? _prelude : 0);
    }

    /// <summary>Like <see cref="Backward()"/>, into another vector than before.</summary>
    /// <param name="gradients">Added to, now and from now on.</param>
    public void Backward(ParameterVector gradients)
    {
        _gradients = _gradients is null ? null : gradients;
        Backward();
    }

    /// <summary>Begins a sum over several backward passes in a vector whatever it holds, which need not be cleared; until <see cref="EndSum"/>.</summary>
    /// <param name="gradients">Where backward passes add, now and from now on.</param>
    public void BeginSum(ParameterVector gradients)
    {
        _gradients = _gradients is null ? null : gradients;
        (_isSumming, _isPreludeFresh) = (true, false);
        _sums++;
        _sum.Begin(gradients);
    }

    /// <summary>Ends the sum: the prelude runs backward, and the gradients that no pass added to are zero.</summary>
    public void EndSum()
    {
        if (_gradients is not null && _isPreludeFresh)
            Backward(_prelude, 0);
        _isSumming = false;
        if (_gradients is not null)
            _sum.End(_gradients);
    }

    /// <summary>Gives room back where it is lent: then all values are gone, inputs included, until the caller fills them anew.</summary>
    public void Release()
    {
        _values.Release();
        _valueGradients.Release();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _values.Dispose();
        _valueGradients.Dispose();
        foreach (GivenGradient gradient in _given)
            gradient.Dispose();
        foreach (IDisposable operation in _operations.OfType<IDisposable>())
            operation.Dispose();
    }

    /// <summary>Names the time for which the gradient of a tensor is summed: a backward pass or, for the prelude, all passes of a sum.</summary>
    internal int GradientTime(bool isOfPrelude) => isOfPrelude && _isSumming ? -_sums : _backwardPasses;

    internal Span<float> ValueSpan(ArenaPiece piece, int length)
    {
        LayOut();
        return _values.Span(piece, length);
    }

    internal Span<float> GradientSpan(ArenaPiece piece, int length) => _valueGradients.Span(piece, length);

    internal ReadOnlySpan<float> Weights(Parameter? parameter) => parameter is null ? [] : _weights.Of(parameter);

    /// <summary>A weight as the right operand of products, where it is cut into panels beforehand.</summary>
    internal PackedMatrix? Panels(Parameter weight, bool isTransposed = false) => _panels?.Of(weight, isTransposed);

    /// <summary>The gradient of a parameter for an operation that adds to it.</summary>
    internal Span<float> Gradients(Parameter parameter)
    {
        Span<float> gradients = WriteGradients(parameter, out bool add);
        if (!add)
            gradients.Clear();
        return gradients;
    }

    /// <summary>The gradient of a parameter for an operation that can also overwrite all of it, and must where nobody added to it before.</summary>
    internal Span<float> WriteGradients(Parameter parameter, out bool add)
    {
        add = _sum.Touch(parameter);
        return _gradients!.Of(parameter);
    }

    /// <summary>Reserves memory for the next operation that it keeps from its forward to its backward pass.</summary>
    internal Scratch NewScratch(int length) =>
        new(_values, _values.Reserve(length, _operations.Count, Trains ? int.MaxValue : _operations.Count), length);

    /// <summary>Reserves memory for the next operation that it uses in its backward pass alone.</summary>
    internal Scratch NewBackwardScratch(int length) =>
        new(_valueGradients, _valueGradients.Reserve(Trains ? length : 0, _operations.Count, _operations.Count), length);

    /// <summary>A tensor for the next operation to write, whose values the backward pass reads again.</summary>
    private Tensor NewTensor(RowGroups groups, int columns, bool wantsGradient = true) =>
        NewTensor(groups, columns, wantsGradient, _operations.Count, Trains ? int.MaxValue : _operations.Count);

    private Tensor NewTensor(RowGroups groups, int columns, bool wantsGradient, int from, int to)
    {
        if (_values.IsLaidOut)
            throw new InvalidOperationException("A tape cannot be recorded on after its first replay.");
        int length = groups.Capacity * columns;
        ArenaPiece? gradients = wantsGradient && Trains ? _valueGradients.Reserve(length, from, from) : null;
        var tensor = new Tensor(this, groups, columns, _values.Reserve(length, from, to), gradients);
        _tensors.Add(tensor);
        return tensor;
    }

    private Tensor Record(Operation operation, Tensor output, params ReadOnlySpan<Tensor?> inputs)
    {
        Push(operation, inputs);
        return output;
    }

    private void Push(Operation operation, params ReadOnlySpan<Tensor?> inputs)
    {
        foreach (Tensor? input in inputs)
            input?.ReadBy(_operations.Count);
        _operations.Add(operation);
    }

    /// <summary>Where to begin a replay: after the prelude, where a sum has replayed it.</summary>
    private int PassPrelude(int from)
    {
        if (from >= _prelude)
            return from;
        if (_isSumming && _isPreludeFresh)
            return _prelude;
        PreludeReplays++;
        _isPreludeFresh = true;
        return from;
    }

    private void Backward(int from, int to)
    {
        for (int i = from - 1; i >= to; i--)
        {
            _operations[i].Backward();
            Flops += _operations[i].BackwardFlops;
        }
    }

    private void LayOut()
    {
        if (_values.HasMemory)
            return;
        if (!_values.IsLaidOut)
        {
            foreach (Tensor tensor in _tensors)
                tensor.KeepOver(_marks);
            _values.LayOut();
            _valueGradients.LayOut();
        }

        _values.Open();
        _valueGradients.Open();
    }
}
