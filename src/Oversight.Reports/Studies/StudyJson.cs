using System.Text.Json;
using System.Text.Json.Nodes;
using Oversight.Runs.Checkpoints;
using Oversight.Runs.Statistics;
using Oversight.Runs.Studies;

namespace Oversight.Reports.Studies;

/// <summary>A study as JSON, for programs.</summary>
public static class StudyJson
{
    /// <summary>The object.</summary>
    /// <param name="result">The study.</param>
    public static JsonObject Write(StudyResult result) => new()
    {
        ["study"] = result.Study.Name,
        ["command"] = result.Command,
        ["version"] = result.Version,
        ["seeds"] = new JsonArray([.. result.Seeds.Select(seed => JsonValue.Create(seed))]),
        ["findings"] = new JsonArray([.. result.Findings.Select(Write)]),
        ["tables"] = new JsonArray([.. result.Tables.Select(Write)]),
        ["ledgers"] = new JsonArray([.. result.Ledgers.Select(ledger => JsonSerializer.SerializeToNode(ledger, CheckpointStore.Json))]),
        ["seconds"] = new JsonArray([.. result.Seconds.Select(seconds => JsonValue.Create(Math.Round(seconds, 2)))]),
    };

    private static JsonObject Write(Finding finding) => new()
    {
        ["expected"] = finding.Expected.Statement,
        ["kind"] = finding.Expected.Kind == ExpectationKind.MustFail ? "must-fail" : "must-happen",
        ["source"] = finding.Expected.Source,
        ["low"] = Number(finding.Expected.Low),
        ["high"] = Number(finding.Expected.High),
        ["measured"] = Write(finding.Measured),
        ["verdict"] = finding.Verdict.ToString().ToLowerInvariant(),
    };

    private static JsonObject Write(StudyTable table) => new()
    {
        ["title"] = table.Title,
        ["rows"] = new JsonObject { ["name"] = table.RowName, ["values"] = new JsonArray([.. table.Rows.Select(row => JsonValue.Create(row))]) },
        ["columns"] = new JsonArray(
            [.. table.Columns.Select(column => new JsonObject { ["name"] = column.Name, ["values"] = new JsonArray([.. column.Values.Select(Write)]) })]),
    };

    private static JsonObject Write(Estimate estimate) =>
        new() { ["mean"] = Number(estimate.Mean), ["low"] = Number(estimate.Low), ["high"] = Number(estimate.High) };

    /// <summary>A number; null where it is none.</summary>
    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
