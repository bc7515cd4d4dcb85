using Oversight.Determinism;

namespace Oversight.Runs.Processes;

/// <summary>The latest items, overwritten in turn; the next one is filled while the others are read.</summary>
/// <typeparam name="T">The kind of item.</typeparam>
public sealed class ReplayBuffer<T>
    where T : class
{
    private readonly T?[] _items;
    private readonly Func<T> _create;
    private int _next;

    /// <summary>A buffer.</summary>
    /// <param name="capacity">How many items can be drawn from.</param>
    /// <param name="create">Makes an item to fill: room is taken as it is needed.</param>
    public ReplayBuffer(int capacity, Func<T> create)
    {
        (_items, _create) = (new T?[capacity + 1], create);
        _items[0] = create();
    }

    /// <summary>How many items can be drawn at most.</summary>
    public int Capacity => _items.Length - 1;

    /// <summary>How many items can be drawn.</summary>
    public int Count { get; private set; }

    /// <summary>The item to fill next; not drawn until published.</summary>
    public T Next => _items[_next]!;

    /// <summary>Makes the filled item drawable and the oldest the next to fill.</summary>
    public void Publish()
    {
        _next = (_next + 1) % _items.Length;
        _items[_next] ??= _create();
        Count = Math.Min(Count + 1, _items.Length - 1);
    }

    /// <summary>Makes none drawable.</summary>
    public void Clear() => Count = 0;

    /// <summary>The drawable items, the oldest first: what must be kept to go on later.</summary>
    public IEnumerable<T> Published => Enumerable.Range(0, Count).Select(i => _items[(_next - Count + i + _items.Length) % _items.Length]!);

    /// <summary>One of the items, each as likely.</summary>
    /// <param name="random">Consumed.</param>
    public T Draw(RandomStream random)
    {
        int age = 1 + random.Next(Count);
        return _items[(_next - age + _items.Length) % _items.Length]!;
    }
}
