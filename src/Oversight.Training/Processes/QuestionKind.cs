namespace Oversight.Training.Processes;

/// <summary>Which questions batches are made of.</summary>
internal enum QuestionKind
{
    /// <summary>Those of D, as far as the curriculum has got.</summary>
    Asked,

    /// <summary>Those that the facts answer outright: pretraining.</summary>
    Primitive,
}
