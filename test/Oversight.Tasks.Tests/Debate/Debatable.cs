namespace Oversight.Tasks.Tests.Debate;

/// <summary>What of the catalogue can be debated: a new task that says how is held to the laws at once.</summary>
internal static class Debatable
{
    public static string[] Configurations { get; } =
    [
        .. TaskCatalog.Variants.Select(variant => variant.Tiny).Where(configuration => TaskCatalog.Create(configuration).Dispute is not null),
    ];
}
