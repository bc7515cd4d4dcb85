using Oversight.Methods.Debate;
using Oversight.Methods.ExpertIteration;
using Oversight.Methods.IteratedAmplification;
using Oversight.Methods.RewardModelling;
using Oversight.Methods.SelfAmplification;
using Oversight.Methods.Supervised;
using Oversight.Methods.WeakToStrong;
using Oversight.Runs.Rounds;
using Oversight.Runs.Settings;

namespace Oversight.Methods;

/// <summary>The methods that come with Oversight, one line each: the only place that knows them all.</summary>
public static class BuiltInMethods
{
    /// <summary>The methods, in the order in which they are listed; the first is the usual one.</summary>
    public static MethodCatalog All { get; } = new(
        new AmplifyMethod(),
        new AmplifyScriptedMethod(),
        new SupervisedMethod(),
        new ExpertIterationMethod(),
        new DebateMethod(),
        new RewardModellingMethod(),
        new WeakToStrongMethod(),
        new SelfAmplificationMethod());

    /// <summary>The settings of every run and of these methods.</summary>
    public static SettingsSchema Schema { get; } = new(All);

    /// <summary>The method of a name.</summary>
    /// <param name="name">The name on the command line.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static LearningMethod Get(string name) => All.Find(name) ?? throw new ArgumentException($"There is no method '{name}'.", nameof(name));
}
