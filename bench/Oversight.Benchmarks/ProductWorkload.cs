using Oversight.Numerics;

namespace Oversight.Benchmarks;

/// <summary>One matrix product, over and over, on the calling thread.</summary>
internal sealed class ProductWorkload : IWorkload
{
    private const double FlopsPerRun = 4e8;
    private readonly ProductForm _form;
    private readonly int _m;
    private readonly int _n;
    private readonly int _k;
    private readonly AlignedBuffer _a;
    private readonly AlignedBuffer _b;
    private readonly AlignedBuffer _c;
    private readonly AlignedBuffer _bias;
    private readonly int _times;
    private long _done;

    /// <summary>A product with C of m x n and sums of k.</summary>
    public ProductWorkload(ProductForm form, int m, int n, int k)
    {
        (_form, _m, _n, _k) = (form, m, n, k);
        (_a, _b, _c, _bias) = (new AlignedBuffer(m * k), new AlignedBuffer(k * n), new AlignedBuffer(m * n), new AlignedBuffer(n));
        _a.Span.Fill(0.5f);
        _b.Span.Fill(0.25f);
        _times = (int)Math.Max(1, FlopsPerRun / FlopsPerProduct);
    }

    public string Unit => "products";

    public long Done => _done;

    public long Flops => _done * FlopsPerProduct;

    private long FlopsPerProduct => 2L * _m * _n * _k;

    public void Run()
    {
        for (int i = 0; i < _times; i++)
            Multiply();
        _done += _times;
    }

    public void Dispose()
    {
        _a.Dispose();
        _b.Dispose();
        _c.Dispose();
        _bias.Dispose();
    }

    private void Multiply()
    {
        switch (_form)
        {
            case ProductForm.Plain:
                MatrixMultiply.Multiply(_m, _n, _k, _a.Span, _k, _b.Span, _n, _c.Span, _n);
                break;
            case ProductForm.TransposedRight:
                MatrixMultiply.MultiplyTransposedRight(_m, _n, _k, _a.Span, _k, _b.Span, _k, _c.Span, _n);
                break;
            case ProductForm.TransposedLeft:
                MatrixMultiply.MultiplyTransposedLeft(_m, _n, _k, _a.Span, _m, _b.Span, _n, _c.Span, _n);
                break;
            default:
                MatrixMultiply.Affine(_m, _n, _k, _a.Span, _k, _b.Span, _n, _bias.Span, _c.Span, _n, relu: true);
                break;
        }
    }
}
