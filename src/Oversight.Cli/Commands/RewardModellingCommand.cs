using System.CommandLine;
using Oversight.Training.RewardModelling;

namespace Oversight.Cli.Commands;

/// <summary><c>oversight reward-modelling</c>: the study of recursive reward modelling.</summary>
internal static class RewardModellingCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new StudyOptions();
        var command = new Command("reward-modelling", "Recursive reward modelling on shortest paths: who is gamed, H alone or H with helpers.");
        options.AddTo(command);
        command.SetAction(input => options.Run(new RewardModellingStudy(options.Form(input)), "reward-modelling", input));
        return command;
    }
}
