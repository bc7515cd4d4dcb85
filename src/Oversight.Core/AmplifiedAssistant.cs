namespace Oversight.Core;

/// <summary>
/// Amplify^H(X), the amplified assistant: overseer H answers with the help of assistant X (Christiano, Shlegeris, Amodei 2018, section 2.2).
/// It <em>is</em> an assistant, so Amplify nests.
/// </summary>
public sealed class AmplifiedAssistant : IAssistant
{
    private readonly IOverseer _overseer;
    private readonly IAssistant _assistant;
    private readonly OverseerMove[] _moves;

    /// <summary>Puts an overseer in charge of an assistant.</summary>
    /// <param name="overseer">H: decomposes questions and combines sub-answers.</param>
    /// <param name="assistant">X: answers the sub-questions.</param>
    /// <param name="budget">k: how many sub-questions H may ask for one question.</param>
    /// <param name="capacity">How many questions can be answered in one call.</param>
    public AmplifiedAssistant(IOverseer overseer, IAssistant assistant, int budget, int capacity)
    {
        _overseer = overseer;
        _assistant = assistant;
        _moves = new OverseerMove[capacity];
        Transcripts = new TranscriptBatch(capacity, budget);
    }

    /// <summary>The transcripts of the last call, to train H' on or to look at.</summary>
    public TranscriptBatch Transcripts { get; }

    /// <inheritdoc/>
    public void Answer(ReadOnlySpan<Question> questions, Span<Answer> answers)
    {
        Transcripts.Start(questions);
        while (!Transcripts.Open.IsEmpty)
        {
            _overseer.NextMoves(Transcripts, _moves);
            Transcripts.Take(_moves);
            _assistant.Answer(Transcripts.Asked, Transcripts.Replies);
            Transcripts.RecordReplies();
        }

        for (int i = 0; i < questions.Length; i++)
            answers[i] = Transcripts.AnswerOf(i);
    }
}
