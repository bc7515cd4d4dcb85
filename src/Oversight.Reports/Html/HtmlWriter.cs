using System.Globalization;
using System.Text;

namespace Oversight.Reports.Html;

/// <summary>Writes HTML that is well-formed XML as well: every element is closed, every text and attribute escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _text = new("<!DOCTYPE html>\n");
    private readonly Stack<string> _open = new();
    private int _names;

    /// <summary>A name for an element that no other has.</summary>
    public string NextId() => $"e{++_names}";

    /// <summary>Opens an element; disposing of what comes back closes it.</summary>
    public Element In(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        _text.Append('>');
        _open.Push(name);
        return new Element(this);
    }

    /// <summary>An element with nothing in it that HTML never closes (<c>meta</c>, <c>br</c>), or a shape of a drawing.</summary>
    public void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Begin(name, attributes);
        _text.Append(" />");
    }

    /// <summary>An element that holds a text.</summary>
    public void Line(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (In(name, attributes))
            Text(text);
    }

    /// <summary>An element that holds an interval, which may be broken after the first of its ends: <c>0.981-</c>, <c>0.994</c>.</summary>
    public void Interval(string name, string text)
    {
        using (In(name))
        {
            // A dash is a minus sign, and no place to break, unless a digit stands before it.
            int end = 1 + Enumerable.Range(1, Math.Max(0, text.Length - 1))
                .FirstOrDefault(i => text[i] == '-' && char.IsAsciiDigit(text[i - 1]), -1);
            Text(text[..end]);
            if (end > 0)
                Empty("wbr");
            Text(text[end..]);
        }
    }

    /// <summary>A text.</summary>
    public void Text(string text) => Escape(text);

    /// <summary>Text that is not escaped: the style sheet, which must hold neither &lt; nor &amp;.</summary>
    public void Raw(string text) => _text.Append(text);

    /// <summary>A coordinate: one place is enough for the eye.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Begin(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _text.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            _text.Append(' ').Append(attribute).Append("=\"");
            Escape(value);
            _text.Append('"');
        }
    }

    /// <summary>Control characters have no place in HTML, however they are written.</summary>
    private void Escape(string text)
    {
        foreach (char letter in text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : Comparisons.PlainText.OfLines(text))
        {
            _ = letter switch
            {
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '&' => _text.Append("&amp;"),
                '"' => _text.Append("&quot;"),
                _ => _text.Append(letter),
            };
        }
    }

    private void Close()
    {
        string name = _open.Pop();
        _text.Append("</").Append(name).Append('>');
        if (name is "div" or "section" or "tr" or "p" or "figure" or "details" or "table" or "ul" or "li" or "style" or "head")
            _text.Append('\n');
    }

    /// <summary>An open element.</summary>
    public readonly struct Element(HtmlWriter writer) : IDisposable
    {
        /// <summary>Closes it.</summary>
        public void Dispose() => writer.Close();
    }
}
