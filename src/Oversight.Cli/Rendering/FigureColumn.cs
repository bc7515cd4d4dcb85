using Spectre.Console;

namespace Oversight.Cli.Rendering;

/// <summary>A column of a <see cref="FigureTable"/>.</summary>
/// <param name="Heading">In Spectre's markup; may have several lines.</param>
/// <param name="Alignment">How its cells are set.</param>
/// <param name="Wraps">Whether its cells are text that may be broken into lines.</param>
internal sealed record FigureColumn(string Heading, Justify Alignment, bool Wraps);
