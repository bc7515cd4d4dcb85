using Oversight.Methods.Debate;
using Oversight.Reports.Studies;
using Oversight.Runs.Studies;

namespace Oversight.Training.Tests.Debate;

public sealed class DebateStudyTests
{
    [Fact]
    public void Run_PinnedForm_PredictionsComeTrueAndControlsFail()
    {
        StudyResult result = PinnedStudy.Run(new DebateStudy(StudyForm.Pinned), seed: 1);
        PinnedStudy.AssertHolds(result);
        // One look-up a debate, sixty-four debates a step; nothing else was spent.
        Assert.Equal(64 * result.Ledgers[0].Steps, result.Ledgers[0].JudgeLookUps);
        Assert.Equal(0, result.Ledgers[0].Labels);
    }

    [Fact]
    public void Write_PinnedForm_MarkdownAndPageShowTheVerdicts()
    {
        StudyResult result = PinnedStudy.Run(new DebateStudy(StudyForm.Pinned), seed: 2);
        string markdown = StudyMarkdown.Write(result);
        Assert.Contains("## Predictions", markdown, StringComparison.Ordinal);
        Assert.Contains("## Negative controls, which must fail", markdown, StringComparison.Ordinal);
        Assert.Contains("| good: as predicted |", markdown, StringComparison.Ordinal);
        Assert.Equal(result.Findings.Length, StudyJson.Write(result)["findings"]!.AsArray().Count);
        System.Xml.Linq.XDocument.Parse(StudyPage.Write(result).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
    }
}
