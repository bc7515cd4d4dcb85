using System.CommandLine;
using Oversight.Methods;
using Oversight.Methods.ExpertIteration;
using Oversight.Methods.RewardModelling;
using Oversight.Methods.SelfAmplification;
using Oversight.Methods.WeakToStrong;
using Oversight.Runs.Studies;

namespace Oversight.Cli.Commands;

/// <summary>The commands that run one study each: <c>oversight weak-to-strong</c>, <c>oversight reward-modelling</c>.</summary>
internal static class StudyCommand
{
    /// <summary>The commands.</summary>
    public static IEnumerable<Command> CreateAll() =>
    [
        Create("expert-iteration", "Expert iteration beside amplification: what a reward teaches, and where it is never reached.", form => new ExpertIterationStudy(form, BuiltInMethods.All)),
        Create("reward-modelling", "Recursive reward modelling on shortest paths: who is gamed, H alone or H with helpers.", form => new RewardModellingStudy(form)),
        Create("self-amplification", "Amplify^M(M): how far a model gets once H is gone, and where meaning drifts.", form => new SelfAmplificationStudy(form)),
        Create("weak-to-strong", "A strong student learns from a weak supervisor: how much of the gap is recovered.", form => new WeakToStrongStudy(form)),
    ];

    private static Command Create(string name, string description, Func<StudyForm, Study> study)
    {
        var options = new StudyOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        command.SetAction(input => options.Run(study(options.Form(input)), name, input));
        return command;
    }
}
