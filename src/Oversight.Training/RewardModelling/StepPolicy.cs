using System.Collections.Immutable;
using Oversight.Determinism;
using Oversight.Protocols.RewardModelling;
using Oversight.Training.Experiments;

namespace Oversight.Training.RewardModelling;

/// <summary>A policy that answers step by step: a network scores every vertex that could come next. It may step where there is no edge.</summary>
/// <param name="world">The world.</param>
/// <param name="network">One row a candidate, one logit each.</param>
public sealed class StepPolicy(PathWorld world, Perceptron network)
{
    /// <summary>Numbers a candidate.</summary>
    public const int Inputs = Features + Distances;

    private const int Features = 4;
    private const int Distances = 5;
    private readonly int _vertices = world.Task.VertexCount;

    /// <summary>How many rows a network needs for so many answers to be learned from at once.</summary>
    /// <param name="world">The world.</param>
    /// <param name="answers">The answers.</param>
    public static int RowsFor(PathWorld world, int answers) => answers * world.Longest * world.Task.VertexCount;

    /// <summary>Draws an answer to each question.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="random">Consumed.</param>
    public Walk[] Answer(IReadOnlyList<PathQuestion> questions, RandomStream random)
    {
        var walks = questions.Select(question => new Walk(question.Facts, [question.From])).ToArray();
        float[] probabilities = new float[_vertices];
        for (int step = 0; step < world.Longest; step++)
        {
            int[] going = [.. Enumerable.Range(0, walks.Length).Where(i => step == 0 || walks[i].Vertices[^1] != questions[i].To)];
            if (going.Length == 0)
                break;
            Score(going.Select(i => (questions[i], walks[i].Vertices)).ToArray());
            for (int row = 0; row < going.Length; row++)
            {
                int i = going[row];
                Losses.Softmax(network.Logits.Slice(row * _vertices, _vertices), probabilities);
                // An answer that has used up its steps must end where it was asked to.
                int next = step == world.Longest - 1 ? questions[i].To : Losses.Draw(probabilities, random.NextDouble());
                walks[i] = walks[i] with { Vertices = walks[i].Vertices.Add(next) };
            }
        }

        return walks;
    }

    /// <summary>Makes answers likelier, or less likely: one optimiser step of the policy gradient; with weights of 1 it is imitation.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="advantages">The weight of each.</param>
    /// <param name="bonus">The weight of the policy's entropy.</param>
    public void Learn(IReadOnlyList<PathQuestion> questions, Walk[] answers, ReadOnlySpan<float> advantages, float bonus)
    {
        var steps = new List<(int Answer, int Step)>();
        for (int i = 0; i < answers.Length; i++)
        {
            for (int step = 0; step < Math.Min(answers[i].Edges, world.Longest - 1); step++)
                steps.Add((i, step));
        }

        Score([.. steps.Select(one => (questions[one.Answer], answers[one.Answer].Vertices[..(one.Step + 1)]))]);
        float[] probabilities = new float[_vertices];
        for (int row = 0; row < steps.Count; row++)
        {
            (int answer, int step) = steps[row];
            Losses.Softmax(network.Logits.Slice(row * _vertices, _vertices), probabilities);
            Span<float> derivative = network.Derivative.Slice(row * _vertices, _vertices);
            Losses.Policy(probabilities, answers[answer].Vertices[step + 1], advantages[answer], bonus, derivative);
            foreach (ref float slope in derivative)
                slope /= answers.Length;
        }

        network.Learn();
    }

    private void Score((PathQuestion Question, ImmutableArray<int> Vertices)[] states)
    {
        Span<float> inputs = network.Begin(states.Length * _vertices);
        inputs.Clear();
        for (int i = 0; i < states.Length; i++)
        {
            (PathQuestion question, ImmutableArray<int> vertices) = states[i];
            for (int next = 0; next < _vertices; next++)
                Write(inputs.Slice((i * _vertices + next) * Inputs, Inputs), question, vertices, next);
        }

        network.Forward();
    }

    /// <summary>Whether there is an edge, whether it is the end, whether one was there before, how much of the way is used up, and how far it is from there to the end.</summary>
    private void Write(Span<float> row, PathQuestion question, ImmutableArray<int> vertices, int next)
    {
        row[0] = question.Neighbours(vertices[^1]).Contains(next) ? 1 : 0;
        row[1] = next == question.To ? 1 : 0;
        row[2] = vertices.Contains(next) ? 1 : 0;
        row[3] = vertices.Length / (float)world.Longest;
        row[Features + Math.Min(Distances - 1, question.DistanceFrom(next))] = 1;
    }
}
