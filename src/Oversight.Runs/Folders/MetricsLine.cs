using System.Buffers;
using System.Text;
using System.Text.Json;
using Oversight.Runs.Evaluation;
using Oversight.Runs.Rounds;
using Oversight.Tasks;

namespace Oversight.Runs.Folders;

/// <summary>
/// One line of <c>metrics.jsonl</c>. Numbers are written so that reading them gives the same bits; the seconds, all that differs between two runs of one
/// seed, stand last.
/// </summary>
public static class MetricsLine
{
    /// <summary>The line of an evaluation, without a line feed.</summary>
    /// <param name="task">Says in which order classes come.</param>
    /// <param name="measured">The figures.</param>
    /// <param name="isReached">Where the target seemed reached and these are fresh contexts: whether it is reached there too; null for any other evaluation.</param>
    public static string Format(AlgorithmicTask task, MeasuredStep measured, bool? isReached = null)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("step", measured.Step);
            json.WriteNumber("round", measured.Round);
            if (measured.Judged is { } judged)
                json.WriteNumber("contexts", judged.Count);
            if (isReached is { } reached)
                json.WriteBoolean("confirms", reached);
            WriteResult(json, task, "student", measured.Student);
            WriteResult(json, task, "teacher", measured.Teacher);
            WriteResult(json, task, "amplified", measured.Amplified);
            foreach ((string name, EvaluationResult other) in measured.Others)
                WriteResult(json, task, name, other);
            WriteLearning(json, measured);
            WriteCosts(json, measured);
            json.WriteNumber("seconds", Math.Round(measured.Seconds, 3));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteResult(Utf8JsonWriter json, AlgorithmicTask task, string name, EvaluationResult result)
    {
        json.WriteStartObject(name);
        json.WriteNumber("accuracy", Math.Round(result.Overall.Share, 6));
        json.WriteNumber("accepted", Math.Round(result.Accepted.Share, 6));
        json.WriteNumber("unknown", result.Unknown);
        json.WriteNumber("asked", result.Overall.Asked);
        json.WriteStartObject("byClass");
        foreach (string label in ClassOrder.Sort(task, result.ByClass.Keys))
            json.WriteNumber(label, Math.Round(result.ByClass[label].Share, 6));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteLearning(Utf8JsonWriter json, MeasuredStep measured)
    {
        WriteFigure(json, "assistantLoss", measured.AssistantLoss);
        WriteFigure(json, "gradientNorm", measured.GradientNorm);
        WriteFigure(json, "humanModelLoss", measured.HumanModelLoss);
        WriteFigure(json, "humanModelValidationLoss", measured.HumanModelValidationLoss);
        if (measured.Drift is { } drift)
            WriteFigure(json, "drift", Math.Round(drift, 6));
        WriteFigure(json, "countedShare", measured.CountedShare);
        json.WriteString("difficulty", measured.Difficulty);
        json.WriteNumber("openClasses", measured.OpenClasses);
    }

    private static void WriteCosts(Utf8JsonWriter json, MeasuredStep measured)
    {
        json.WriteNumber("humanQueries", measured.Ledger.HumanQueries);
        json.WriteNumber("humanDecisions", measured.Ledger.HumanDecisions);
        json.WriteNumber("labels", measured.Ledger.Labels);
        json.WriteNumber("factsRead", measured.Ledger.FactsRead);
        json.WriteNumber("judgeLookUps", measured.Ledger.JudgeLookUps);
        json.WriteNumber("rewardQueries", measured.Ledger.RewardQueries);
        json.WriteNumber("questionsAnswered", measured.Ledger.QuestionsAnswered);
        json.WriteNumber("assistantCalls", measured.Ledger.AssistantCalls);
        json.WriteNumber("humanModelSteps", measured.Ledger.HumanModelSteps);
        json.WriteNumber("preparingSteps", measured.Ledger.PreparingSteps);
        json.WriteNumber("preparingRounds", measured.PreparingRounds);
    }

    /// <summary>Writes a number, or null where there is none: JSON knows no infinity.</summary>
    private static void WriteFigure(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
