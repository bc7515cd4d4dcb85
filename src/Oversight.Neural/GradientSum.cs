namespace Oversight.Neural;

/// <summary>
/// Which parts of a gradient something was added to since its sum began. The first to come may overwrite what is there, and nobody needs to clear it beforehand: in a
/// network whose weights do not fit the caches that is a pass over memory saved.
/// </summary>
internal sealed class GradientSum(ParameterLayout layout)
{
    private readonly Dictionary<int, Part> _parts = [];

    /// <summary>Begins a sum. Parameters that are not known to be written as a whole are cleared.</summary>
    public void Begin(ParameterVector gradients)
    {
        // By index: an enumerator of the interface would be allocated at every step.
        for (int i = 0; i < layout.Parameters.Count; i++)
        {
            Parameter parameter = layout.Parameters[i];
            bool isCovered = IsCovered(parameter);
            if (!isCovered)
                gradients.Of(parameter).Clear();
            for (int at = parameter.Offset; at < parameter.Offset + parameter.Length && _parts.TryGetValue(at, out Part? part); at += part.Length)
                part.HasBegun = !isCovered;
        }
    }

    /// <summary>Ends a sum: what nobody added to is zero.</summary>
    public void End(ParameterVector gradients)
    {
        foreach ((int offset, Part part) in _parts)
        {
            if (!part.HasBegun)
                gradients.Values.Slice(offset, part.Length).Clear();
            part.HasBegun = true;
        }
    }

    /// <summary>Notes that a parameter, or a slice of one, is written.</summary>
    /// <returns>Whether something was added to it before, so that the caller must add too.</returns>
    /// <exception cref="InvalidOperationException">It overlaps a part that is written too: nobody could say which of them came first.</exception>
    public bool Touch(Parameter parameter)
    {
        if (!_parts.TryGetValue(parameter.Offset, out Part? part) || part.Length != parameter.Length)
        {
            RefuseOverlap(parameter);
            _parts.Add(parameter.Offset, new Part(parameter.Length) { HasBegun = true });
            return true;
        }

        bool hadBegun = part.HasBegun;
        part.HasBegun = true;
        return hadBegun;
    }

    private void RefuseOverlap(Parameter parameter)
    {
        foreach ((int offset, Part part) in _parts)
        {
            if (parameter.Offset < offset + part.Length && offset < parameter.Offset + parameter.Length)
                throw new InvalidOperationException($"{parameter.Name} is used on this tape both in slices and as a whole.");
        }
    }

    /// <summary>Whether parts that are written one by one make up all of a parameter.</summary>
    private bool IsCovered(Parameter parameter)
    {
        int end = parameter.Offset + parameter.Length;
        int at = parameter.Offset;
        while (at < end && _parts.TryGetValue(at, out Part? part))
            at += part.Length;
        return at == end;
    }

    private sealed record Part(int Length)
    {
        public bool HasBegun { get; set; }
    }
}
