namespace Oversight.Methods.SelfAmplification;

/// <summary>How M takes up a changed meaning.</summary>
internal enum Relearning
{
    /// <summary>It goes on learning, all classes at once.</summary>
    GoesOn,

    /// <summary>It goes through the classes again, the easiest first.</summary>
    ClassByClass,

    /// <summary>It keeps its decompositions, forgets its answers and learns them anew.</summary>
    FromScratch,
}
