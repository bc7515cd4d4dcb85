namespace Oversight.Neural;

/// <summary>
/// An output that can copy: a mixture of attention over places that hold words and of a softmax over the vocabulary (the pointer of
/// Vinyals et al. 2015 with the mixture of Merity et al. 2016).
/// </summary>
/// <param name="Scores">(rows, copies * S): attention logits over places; each copy has a softmax of its own.</param>
/// <param name="Places">(groups, copies * S): the word that each place of a group holds, or -1. One row a group of <paramref name="Scores"/>.</param>
/// <param name="Copies">How many softmaxes the scores fall into.</param>
/// <param name="Logits">(rows, V): the vocabulary's logits.</param>
/// <param name="Mix">(rows, copies + 1): logits of the mixture, the vocabulary last.</param>
public sealed record PointerMixture(Tensor Scores, IndexInput Places, int Copies, Tensor Logits, Tensor Mix);
