using Oversight.Learning.Assistants;
using Oversight.Learning.HumanModels;
using Oversight.Neural;

namespace Oversight.Runs.Processes;

/// <summary>The weights as published at the last barrier: what the processes of a round may read of one another.</summary>
internal sealed class Snapshots : IDisposable
{
    private readonly AssistantLearner _assistant;
    private readonly HumanModelLearner? _humanModel;

    public Snapshots(AssistantLearner assistant, HumanModelLearner? humanModel)
    {
        (_assistant, _humanModel) = (assistant, humanModel);
        Teacher = new ParameterVector(assistant.Student.Layout);
        HumanModel = humanModel is null ? null : new ParameterVector(humanModel.Weights.Layout);
        Take();
    }

    /// <summary>X's Polyak average.</summary>
    public ParameterVector Teacher { get; }

    /// <summary>H'; null where H answers everything himself.</summary>
    public ParameterVector? HumanModel { get; }

    /// <summary>X's optimiser steps.</summary>
    public int Steps { get; private set; }

    /// <summary>Copies the weights as they are now.</summary>
    public void Take()
    {
        Steps = _assistant.Steps;
        Teacher.CopyFrom(_assistant.Teacher.Weights);
        TakeHumanModel();
    }

    /// <summary>Goes back to what was published when a run stood there.</summary>
    /// <param name="state">Where X stood; within a round <see cref="Teacher"/> has been filled already.</param>
    public void Restore(AssistantState state)
    {
        if (!state.IsWithinRound)
        {
            Take();
            return;
        }

        Steps = state.PublishedSteps;
        TakeHumanModel();
    }

    private void TakeHumanModel()
    {
        if (_humanModel is not null)
            HumanModel!.CopyFrom(_humanModel.Imitation);
    }

    public void Dispose()
    {
        Teacher.Dispose();
        HumanModel?.Dispose();
    }
}
