using Oversight.Core;

namespace Oversight.Tasks.PermutationPowering;

/// <summary>
/// H for permutation powering: sigma^n(x) by halving the exponent. Asks y = sigma^(n/2)(x), then z = sigma^(n/2)(y), then, if n is odd,
/// sigma(z).
/// </summary>
internal sealed class PermutationPoweringHuman(PermutationPoweringLanguage language) : ScriptedOverseer
{
    /// <inheritdoc/>
    public override OverseerMove NextMove(Symbols question, Dialogue dialogue)
    {
        if (!language.TryRead(question, out int x, out int n))
            return OverseerMove.Reply(Answer.Unknown);

        if (n <= 1)
            return dialogue.TryAsk(question, out Answer image) ? OverseerMove.Reply(image) : dialogue.Move;

        if (!dialogue.TryAsk(language.Power(x, n / 2), out Answer reply))
            return dialogue.Move;
        if (!IsElement(reply, out int y))
            return OverseerMove.Reply(Answer.Unknown);

        if (!dialogue.TryAsk(language.Power(y, n / 2), out reply))
            return dialogue.Move;
        if (!IsElement(reply, out int z))
            return OverseerMove.Reply(Answer.Unknown);
        if (n % 2 == 0)
            return OverseerMove.Reply(reply);

        if (!dialogue.TryAsk(language.Power(z, 1), out reply))
            return dialogue.Move;
        return OverseerMove.Reply(IsElement(reply, out _) ? reply : Answer.Unknown);
    }

    private bool IsElement(Answer reply, out int element)
    {
        element = language.Elements.Decode(reply.Words, 0);
        return element >= 0;
    }
}
