namespace Oversight.Runs.Targets;

/// <summary>A maker of targets that asks H. The queries that are left are a wall: what is beyond it has no target.</summary>
public interface IHumanAsker
{
    /// <summary>How often H may be asked in the next piece of work.</summary>
    long Allowance { set; }

    /// <summary>How many questions of the last piece of work, counted from its end, H was not asked at all.</summary>
    int Unasked { get; }

    /// <summary>The most human queries that targets for so many questions can take; 0 where H is never asked.</summary>
    /// <param name="questions">How many questions.</param>
    long MostQueries(int questions);
}
