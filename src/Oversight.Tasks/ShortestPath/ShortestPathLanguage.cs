using System.Collections.Immutable;
using Oversight.Core;

namespace Oversight.Tasks.ShortestPath;

/// <summary>
/// The symbols of shortest path. A question is its kind, the characters of a, then those of b; a fact is the characters of a, then those
/// of b.
/// </summary>
public sealed class ShortestPathLanguage
{
    private const byte YesSymbol = 5;
    private const byte UnreachableSymbol = 6;
    private const byte InfinitySymbol = 7;
    private const byte FirstDistance = 8;

    internal ShortestPathLanguage(int characters, int length, int count)
    {
        Distances = new NumberCode(0, LongestDistanceOf(count), FirstDistance);
        Vertices = new ElementCode(characters, length, (byte)(FirstDistance + Distances.Count));
        ImmutableArray<string>.Builder names = ImmutableArray.CreateBuilder<string>();
        names.AddRange("_", "edge", "neighbor", "distance", "step", "yes", "unreachable", "inf");
        for (int i = 0; i < Distances.Count; i++)
            names.Add(i.ToString());
        names.AddRange(Vertices.CharacterNames);
        Alphabet = new Alphabet(names.ToImmutable());
    }

    /// <summary>There is such an edge.</summary>
    public static Answer Yes => new(Symbols.Of(YesSymbol));

    /// <summary>There is no path, so no first step.</summary>
    public static Answer Unreachable => new(Symbols.Of(UnreachableSymbol));

    /// <summary>There is no path, so no distance.</summary>
    public static Answer Infinite => new(Symbols.Of(InfinitySymbol));

    /// <summary>The vertices.</summary>
    public ElementCode Vertices { get; }

    /// <summary>0 to M, the distances that can be told apart; 0 is never true.</summary>
    public NumberCode Distances { get; }

    internal Alphabet Alphabet { get; }

    internal int QuestionLength => 1 + 2 * Vertices.Length;

    internal static int LongestDistanceOf(int count)
    {
        int bits = 0;
        while (1 << bits < count)
            bits++;
        return 2 * bits;
    }

    internal static int SymbolCountOf(int characters, int count) => FirstDistance + LongestDistanceOf(count) + 1 + characters;

    /// <summary>A question.</summary>
    /// <param name="kind">What is asked.</param>
    /// <param name="a">The characters of the first vertex; blank for a malformed question.</param>
    /// <param name="b">The characters of the second; blank where there is none.</param>
    public Symbols Ask(ShortestPathQuestion kind, Symbols a, Symbols b) =>
        Symbols.Of((byte)kind).Join(1, a).Join(1 + Vertices.Length, b);

    internal Symbols Ask(ShortestPathQuestion kind, int a, int b) => Ask(kind, Vertices.Encode(a), Vertices.Encode(b));

    internal Symbols Neighbor(int a) => Ask(ShortestPathQuestion.Neighbor, Vertices.Encode(a), Symbols.Empty);

    /// <summary>The fact that an edge leads from one vertex to another.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="target">Where it leads.</param>
    public Symbols Fact(int source, int target) => Vertices.Encode(source).Join(Vertices.Length, Vertices.Encode(target));

    internal int Source(Symbols fact) => Vertices.Decode(fact, 0);

    internal int Target(Symbols fact) => Vertices.Decode(fact, Vertices.Length);

    internal bool IsFact(Symbols words) => words.Length <= 2 * Vertices.Length && Source(words) >= 0 && Target(words) >= 0;

    /// <summary>The distance as an answer; beyond M, or with no way (-1), it is infinite.</summary>
    /// <param name="distance">The distance.</param>
    public Answer Distance(int distance) =>
        distance < 0 || distance > Distances.High ? Infinite : new Answer(Symbols.Of(Distances.Encode(distance)));

    /// <summary>A vertex as an answer.</summary>
    /// <param name="vertex">The vertex.</param>
    public Answer Vertex(int vertex) => new(Vertices.Encode(vertex));

    internal bool IsVertex(Answer reply, out int vertex)
    {
        vertex = Vertices.Decode(reply.Words, 0);
        return vertex >= 0;
    }

    /// <summary>Whether an answer is a vertex and says nothing beside it.</summary>
    public bool IsVertexAlone(Answer answer, out int vertex) => IsVertex(answer, out vertex) && answer == Vertex(vertex);

    /// <summary>Whether a reply is a distance, infinity included, which is given as <see cref="int.MaxValue"/>.</summary>
    internal bool IsDistance(Answer reply, out int distance)
    {
        byte symbol = reply.Words[0];
        if (Distances.TryDecode(symbol, out distance))
            return true;
        distance = int.MaxValue;
        return symbol is InfinitySymbol or UnreachableSymbol;
    }

    internal static bool IsYes(Answer reply) => reply.Words[0] == YesSymbol;

    internal static bool IsPrimitive(Symbols words) => words[0] is (byte)ShortestPathQuestion.Edge or (byte)ShortestPathQuestion.Neighbor;

    /// <summary>Whether a well-formed question that is not primitive is for the first step, and not for the distance.</summary>
    public static bool AsksForStep(Symbols words) => words[0] == (byte)ShortestPathQuestion.Step;

    /// <summary>Reads a question; false if it is malformed. A neighbour question has nothing after its vertex, and b is -1.</summary>
    internal bool TryRead(Symbols words, out ShortestPathQuestion kind, out int a, out int b)
    {
        kind = (ShortestPathQuestion)words[0];
        a = Vertices.Decode(words, 1);
        b = Vertices.Decode(words, 1 + Vertices.Length);
        if (kind is < ShortestPathQuestion.Edge or > ShortestPathQuestion.Step || a < 0 || words.Length > QuestionLength)
            return false;
        return kind == ShortestPathQuestion.Neighbor ? words.Length <= 1 + Vertices.Length : b >= 0;
    }

    /// <summary>
    /// Whether the neighbours of a vertex are asked for. What follows the vertex does not matter to the truth, only to H.
    /// </summary>
    internal bool IsNeighborQuestion(Symbols words, out int vertex)
    {
        vertex = Vertices.Decode(words, 1);
        return words[0] == (byte)ShortestPathQuestion.Neighbor && vertex >= 0 && words.Length <= QuestionLength;
    }

    internal string FormatQuestion(Symbols words)
    {
        if (words.IsEmpty)
            return "(blank)";
        if (!TryRead(words, out ShortestPathQuestion kind, out int a, out int b))
            return Alphabet.Spell(words);
        return b < 0 ? $"{Alphabet.Names[(byte)kind]}({a})" : $"{Alphabet.Names[(byte)kind]}({a}, {b})";
    }

    internal string FormatAnswer(Answer answer)
    {
        Symbols words = answer.Words;
        if (words.IsEmpty)
            return "idk";
        if (IsVertex(answer, out int vertex) && words.Length <= Vertices.Length)
            return $"vertex {vertex}";
        return words.Length == 1 && words[0] >= YesSymbol && words[0] < Alphabet.Size ? Alphabet.Names[words[0]] : Alphabet.Spell(words);
    }

    internal ParsedQuestion Parse(string text)
    {
        if ((EdgeIn(text) ?? Phrase.Parse(text)) is not { } phrase)
            return ParsedQuestion.None;
        int kind = Alphabet.Names.IndexOf(phrase.Name);
        if (kind is < (int)ShortestPathQuestion.Edge or > (int)ShortestPathQuestion.Step)
            return ParsedQuestion.None;
        int arguments = kind == (int)ShortestPathQuestion.Neighbor ? 1 : 2;
        if (phrase.ProblemOf(arguments, "", Vertices.Count, "vertices") is { } problem)
            return ParsedQuestion.Wrong(problem);
        int a = phrase.Number(0, "", Vertices.Count);
        return ParsedQuestion.Of(arguments == 1 ? Neighbor(a) : Ask((ShortestPathQuestion)kind, a, phrase.Number(1, "", Vertices.Count)));
    }

    /// <summary>A fact, <c>3 -> 17</c>, is asked for as <c>edge(3, 17)</c>; null if it is none.</summary>
    private static Phrase? EdgeIn(string text)
    {
        string[] ends = text.Length > Phrase.MaxLength ? [] : [.. text.Split("->").Select(end => end.Trim())];
        return ends.Length == 2 && ends.All(end => end.Length > 0 && end.All(char.IsAsciiDigit)) ? new Phrase("edge", [.. ends]) : null;
    }
}
