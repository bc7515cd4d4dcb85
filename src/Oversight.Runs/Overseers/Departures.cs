using Oversight.Core;

namespace Oversight.Runs.Overseers;

/// <summary>Tells transcripts that H would have written, given the replies in them, from those that depart from H somewhere.</summary>
public static class Departures
{
    /// <summary>How many transcripts H would not have written.</summary>
    /// <param name="human">H.</param>
    /// <param name="transcripts">Transcripts that have ended.</param>
    public static int Count(ScriptedOverseer human, TranscriptBatch transcripts)
    {
        int departures = 0;
        for (int i = 0; i < transcripts.Count; i++)
            departures += IsHumans(human, transcripts, i) ? 0 : 1;
        return departures;
    }

    /// <summary>Whether every move of a transcript is H's: the same sub-questions in the same order, and the same answer.</summary>
    /// <param name="human">H.</param>
    /// <param name="transcripts">Transcripts that have ended.</param>
    /// <param name="index">Which one.</param>
    public static bool IsHumans(ScriptedOverseer human, TranscriptBatch transcripts, int index)
    {
        Symbols question = transcripts.QuestionOf(index).Words;
        ReadOnlySpan<Exchange> exchanges = transcripts.ExchangesOf(index);
        for (int turn = 0; turn < exchanges.Length; turn++)
        {
            if (human.NextMove(question, new Dialogue(exchanges[..turn])) != OverseerMove.Ask(exchanges[turn].Asked))
                return false;
        }

        return human.NextMove(question, new Dialogue(exchanges)) == OverseerMove.Reply(transcripts.AnswerOf(index));
    }
}
