using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Oversight.Training.Options;

/// <summary>Everything that decides a run. Immutable; written whole into the run folder's <c>config.json</c>.</summary>
public sealed record TrainingOptions
{
    /// <summary>The task, for example <c>permutation-powering</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The size of the task and of everything that goes with it: <c>tiny</c>, <c>small</c> or <c>paper</c>.</summary>
    public required string Preset { get; init; }

    /// <summary>How X is trained.</summary>
    public TrainingMethod Method { get; init; } = TrainingMethod.Amplify;

    /// <summary>The seed of every random stream.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The most optimiser steps of X.</summary>
    [Range(1, int.MaxValue)]
    public int Steps { get; init; } = 20_000;

    /// <summary>The teacher's accuracy on held-out contexts at which the run ends; above 1 for never.</summary>
    [Range(0.0, 2.0)]
    public double Until { get; init; } = 0.99;

    /// <summary>The most minutes of wall-clock time.</summary>
    [Range(0.0, 1e6)]
    public double Minutes { get; init; } = 60;

    /// <summary>How many contexts and questions make a batch.</summary>
    public BatchOptions Batch { get; init; } = new();

    /// <summary>X and its optimiser.</summary>
    public AssistantOptions Assistant { get; init; } = new();

    /// <summary>The Polyak average that answers sub-questions.</summary>
    public TeacherOptions Teacher { get; init; } = new();

    /// <summary>How targets are made.</summary>
    public AmplifyOptions Amplify { get; init; } = new();

    /// <summary>How often the real H is asked.</summary>
    public HumanOptions Human { get; init; } = new();

    /// <summary>H' and its optimiser.</summary>
    public HumanModelOptions HumanModel { get; init; } = new();

    /// <summary>Who H is, and how he errs.</summary>
    public OverseerOptions Overseer { get; init; } = new();

    /// <summary>How instance size and question classes grow.</summary>
    public CurriculumOptions Curriculum { get; init; } = new();

    /// <summary>What X learns from.</summary>
    public ReplayOptions Replay { get; init; } = new();

    /// <summary>How often and on how much accuracy is measured.</summary>
    public EvaluationOptions Evaluation { get; init; } = new();
}

/// <summary>How X is trained.</summary>
public enum TrainingMethod
{
    /// <summary>Iterated Amplification with H': the method of the paper.</summary>
    Amplify,

    /// <summary>Iterated Amplification in which the scripted H decomposes every question; no H'.</summary>
    AmplifyScripted,

    /// <summary>Supervised learning on ground truth: the ceiling to compare with.</summary>
    Supervised,
}

/// <summary>The shape of a batch.</summary>
public sealed record BatchOptions
{
    /// <summary>Contexts a batch.</summary>
    [Range(1, 1024), Description("contexts a batch of X")]
    public int Contexts { get; init; } = 8;

    /// <summary>Questions a context.</summary>
    [Range(1, 1024), Description("questions a context")]
    public int Questions { get; init; } = 64;

    /// <summary>How many pieces a batch is cut into; pieces run side by side and their gradients are added in order, so results depend on this and never on threads.</summary>
    [Range(1, 64), Description("pieces a batch is cut into for the threads; changes the last bits of results")]
    public int Shards { get; init; } = 4;
}

/// <summary>X, the assistant.</summary>
public sealed record AssistantOptions
{
    /// <summary>Which network.</summary>
    [AllowedValues("lookup", "published"), Description("X's network: lookup, or published as in the paper")]
    public string Network { get; init; } = "lookup";

    /// <summary>C, the width.</summary>
    [Range(8, 4096), Description("width of X")]
    public int Width { get; init; } = 64;

    /// <summary>Layers (published: of the encoder over the facts).</summary>
    [Range(1, 64), Description("layers of X (published: of its encoder)")]
    public int Layers { get; init; } = 6;

    /// <summary>Layers in which questions read the encoded facts; published network only.</summary>
    [Range(1, 64), Description("layers that read the encoded facts (published only)")]
    public int AnswerLayers { get; init; } = 3;

    /// <summary>NH, attention heads; published network only.</summary>
    [Range(1, 64), Description("attention heads (published only)")]
    public int Heads { get; init; } = 8;

    /// <summary>The learning rate.</summary>
    [Range(0.0, 1.0), Description("learning rate of X")]
    public double Rate { get; init; } = 0.002;

    /// <summary>Steps of warm-up.</summary>
    [Range(0, 1_000_000), Description("steps over which X's learning rate rises")]
    public int WarmUp { get; init; } = 100;

    /// <summary>Whether the look-up network starts near looking up; off, it starts from noise of the same size.</summary>
    [Description("start the lookup network near a look-up (false: from noise)")]
    public bool Prior { get; init; } = true;
}

/// <summary>The teacher.</summary>
public sealed record TeacherOptions
{
    /// <summary>How many steps the average reaches back.</summary>
    [Range(1, 1_000_000), Description("steps that the teacher averages over")]
    public int Horizon { get; init; } = 10;
}

/// <summary>How targets are made.</summary>
public sealed record AmplifyOptions
{
    /// <summary>The teacher says idk to a sub-question when its probability for its answer is below this; 0 never.</summary>
    [Range(0.0, 1.0), Description("the teacher says idk below this probability (0: never)")]
    public double AbstainBelow { get; init; } = 0.5;

    /// <summary>The weight of targets that are idk.</summary>
    [Range(0.0, 1.0), Description("weight of idk targets in X's loss")]
    public double UnknownWeight { get; init; }

    /// <summary>Whether sub-answers are drawn from the teacher's distribution; off, the most probable is taken.</summary>
    [Description("draw sub-answers from the teacher's distribution (false: the most probable)")]
    public bool Sample { get; init; }

    /// <summary>Where targets come from: amplification, or X's own answers, a control that must fail.</summary>
    [AllowedValues("amplified", "own"), Description("where targets come from: amplified, or own (X's own answers; a control that must fail)")]
    public string Targets { get; init; } = "amplified";
}

/// <summary>How often the real H is asked.</summary>
public sealed record HumanOptions
{
    /// <summary>Human queries before training starts.</summary>
    [Range(0, 10_000_000), Description("human queries before X's first step")]
    public int Initial { get; init; } = 500;

    /// <summary>The most human queries.</summary>
    [Range(0, 100_000_000), Description("the most human queries")]
    public int Queries { get; init; } = 1_000_000;

    /// <summary>New queries a step of X while H' predicts fresh transcripts badly; a tenth and a hundredth of it as H' gets better.</summary>
    [Range(0.0, 1000.0), Description("human queries a step while H' is bad; 1/10, 1/100 as it gets better")]
    public double Rate { get; init; } = 1;

    /// <summary>The share of recorded transcripts whose sub-answers the teacher draws without abstaining, so that H is seen going on.</summary>
    [Range(0.0, 1.0), Description("share of recorded transcripts in which the teacher guesses instead of saying idk")]
    public double Guesses { get; init; } = 0.5;
}

/// <summary>H', the human model.</summary>
public sealed record HumanModelOptions
{
    /// <summary>C, the width.</summary>
    [Range(8, 4096), Description("width of H'")]
    public int Width { get; init; } = 64;

    /// <summary>Layers.</summary>
    [Range(1, 64), Description("layers of H'")]
    public int Layers { get; init; } = 2;

    /// <summary>NH, attention heads.</summary>
    [Range(1, 64), Description("attention heads of H'")]
    public int Heads { get; init; } = 2;

    /// <summary>The learning rate.</summary>
    [Range(0.0, 1.0), Description("learning rate of H'")]
    public double Rate { get; init; } = 0.002;

    /// <summary>Steps of warm-up.</summary>
    [Range(0, 1_000_000), Description("steps over which the learning rate of H' rises")]
    public int WarmUp { get; init; } = 50;

    /// <summary>Transcripts a step.</summary>
    [Range(1, 4096), Description("transcripts a step of H'")]
    public int Batch { get; init; } = 64;

    /// <summary>X begins to learn once the loss of H' is below this; a large number begins at once.</summary>
    [Range(0.0, 1000.0), Description("X begins to learn once the loss of H' is below this (1000: at once)")]
    public double ReadyBelow { get; init; } = 0.02;

    /// <summary>Below this loss H' takes one step in ten rounds instead of one a round.</summary>
    [Range(0.0, 10.0), Description("below this loss H' is trained one round in ten")]
    public double IdleBelow { get; init; } = 0.002;
}

/// <summary>Who H is.</summary>
public sealed record OverseerOptions
{
    /// <summary>The probability that a final answer of H is replaced by a random one.</summary>
    [Range(0.0, 1.0), Description("probability that an answer of H is replaced by a random one")]
    public double Error { get; init; }

    /// <summary>Whether the same question always meets the same fate.</summary>
    [AllowedValues("random", "deterministic"), Description("errors of H: random, or deterministic (the same question always gets the same wrong reply)")]
    public string ErrorKind { get; init; } = "random";

    /// <summary>What H does: the task's script, or only to repeat the question, a control that must fail.</summary>
    [AllowedValues("task", "repeat"), Description("H's script: task, or repeat (only asks the question again; a control that must fail)")]
    public string Script { get; init; } = "task";
}

/// <summary>How difficulty grows.</summary>
public sealed record CurriculumOptions
{
    /// <summary>Whether instances start small and grow; off, they are full-size from the start.</summary>
    [Description("start with small instances and grow (false: full size at once)")]
    public bool Grow { get; init; }

    /// <summary>How much the difficulty grows at a time.</summary>
    [Range(1, 1_000_000), Description("how much the difficulty grows at a time")]
    public int Increment { get; init; } = 1;

    /// <summary>The agreement of the teacher with its amplification at which difficulty grows.</summary>
    [Range(0.0, 1.0), Description("agreement of the teacher with its amplification at which difficulty grows")]
    public double Promote { get; init; } = 0.85;

    /// <summary>Batches at a difficulty before it may grow.</summary>
    [Range(1, 1_000_000), Description("batches at a difficulty before it may grow")]
    public int Patience { get; init; } = 50;

    /// <summary>A class of questions is asked once the teacher agrees this much with its amplification at the class before; 0 asks all from the start.</summary>
    [Range(0.0, 1.0), Description("agreement at which the next class of questions is asked (0: all at once)")]
    public double Frontier { get; init; }
}

/// <summary>What X learns from.</summary>
public sealed record ReplayOptions
{
    /// <summary>How many generated batches are kept; each step draws one of them.</summary>
    [Range(1, 100_000), Description("generated batches kept; a step draws one")]
    public int Batches { get; init; } = 1;

    /// <summary>Steps of X a round, that is, for each generated batch.</summary>
    [Range(1, 1000), Description("steps of X for each generated batch")]
    public int StepsPerRound { get; init; } = 1;
}

/// <summary>How accuracy is measured.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Steps between two evaluations.</summary>
    [Range(1, 1_000_000), Description("steps between two evaluations")]
    public int Every { get; init; } = 50;

    /// <summary>Held-out contexts an evaluation while training.</summary>
    [Range(1, 100_000), Description("held-out contexts of an evaluation while training")]
    public int Contexts { get; init; } = 16;

    /// <summary>Held-out contexts of the last evaluation.</summary>
    [Range(1, 100_000), Description("held-out contexts of the last evaluation")]
    public int FinalContexts { get; init; } = 100;
}
