namespace Oversight.Runs.Questions;

/// <summary>Which questions batches are made of.</summary>
public enum QuestionKind
{
    /// <summary>Those of D, as far as the curriculum has got.</summary>
    Asked,

    /// <summary>Those that the facts answer outright: pretraining.</summary>
    Primitive,
}
