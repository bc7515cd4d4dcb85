namespace Oversight.Numerics;

/// <summary>A loop over memory, written once for every vector width. Its arguments are its fields.</summary>
internal interface IKernel
{
    /// <summary>Runs the loop with vectors of type <typeparamref name="TLanes"/>.</summary>
    void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes>;
}
