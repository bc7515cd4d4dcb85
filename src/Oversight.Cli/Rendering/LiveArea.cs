using Spectre.Console;
using Spectre.Console.Rendering;

namespace Oversight.Cli.Rendering;

/// <summary>
/// A part of the terminal that redraws itself. After each frame the cursor stands at the beginning of the last line: what the terminal
/// then shows of keys that are pressed, such as
/// the ^C of Ctrl+C, cannot go past the end of the line and push the frame down, where the next would leave its first line behind.
/// </summary>
/// <param name="console">The terminal.</param>
internal sealed class LiveArea(IAnsiConsole console)
{
    private LiveDisplayContext? _display;

    /// <summary>Shows frames while some work goes on.</summary>
    /// <param name="first">The first frame.</param>
    /// <param name="clears">Whether the last frame goes away with the work.</param>
    /// <param name="work">The work; shows frames on this thread.</param>
    public void Run(IRenderable first, bool clears, Action work) =>
        console.Live(first).AutoClear(clears).Overflow(VerticalOverflow.Crop).Start(display =>
        {
            _display = display;
            work();
        });

    /// <summary>Shows the next frame; nothing before or after the work.</summary>
    /// <param name="frame">The frame.</param>
    public void Show(IRenderable frame)
    {
        if (_display is null)
            return;
        _display.UpdateTarget(frame);
        console.Profile.Out.Writer.Write('\r');
        console.Profile.Out.Writer.Flush();
    }
}
