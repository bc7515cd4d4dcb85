using Oversight.Core;

namespace Oversight.Learning.Assistants;

/// <summary>What X learns from in one step: contexts with as many questions each, the targets, and how much each target counts. Holds no ground truth type.</summary>
public sealed class TargetBatch
{
    /// <summary>An empty batch.</summary>
    /// <param name="contexts">How many contexts.</param>
    /// <param name="questionsPerContext">How many questions each.</param>
    public TargetBatch(int contexts, int questionsPerContext)
    {
        QuestionsPerContext = questionsPerContext;
        Contexts = new Facts[contexts];
        Questions = new Question[contexts * questionsPerContext];
        Targets = new Answer[Questions.Length];
        Weights = new float[Questions.Length];
    }

    /// <summary>Questions a context.</summary>
    public int QuestionsPerContext { get; }

    /// <summary>(B): the facts of each context.</summary>
    public Facts[] Contexts { get; }

    /// <summary>(B * T): the questions, context by context.</summary>
    public Question[] Questions { get; }

    /// <summary>(B * T): the answers to learn.</summary>
    public Answer[] Targets { get; }

    /// <summary>(B * T): how much each target counts; 0 not at all.</summary>
    public float[] Weights { get; }

    /// <summary>The sum of the weights.</summary>
    public double TotalWeight
    {
        get
        {
            double total = 0;
            foreach (float weight in Weights)
                total += weight;
            return total;
        }
    }
}
