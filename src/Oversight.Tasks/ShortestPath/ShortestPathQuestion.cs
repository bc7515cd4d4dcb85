namespace Oversight.Tasks.ShortestPath;

/// <summary>What can be asked about a graph; the number is the question's first symbol.</summary>
public enum ShortestPathQuestion : byte
{
    /// <summary>Is there an edge from a to b? Primitive.</summary>
    Edge = 1,

    /// <summary>Any vertex that an edge leads to from a. Primitive.</summary>
    Neighbor = 2,

    /// <summary>How many edges lead from a to b?</summary>
    Distance = 3,

    /// <summary>Where to go first on the way from a to b?</summary>
    Step = 4,
}
