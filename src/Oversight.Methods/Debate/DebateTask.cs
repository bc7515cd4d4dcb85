using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols.Debate;
using Oversight.Runs.Questions;
using Oversight.Tasks;
using Oversight.Tasks.ShortestPath;
using Oversight.Tasks.WildcardSearch;

namespace Oversight.Methods.Debate;

/// <summary>What debates are about: draws claims to train on, which know no truth, and pairs of answers to judge, which do.</summary>
/// <param name="game">The game.</param>
/// <param name="encoding">How networks read it.</param>
/// <param name="task">Where facts come from.</param>
public abstract class DebateTask(IClaimGame game, IClaimEncoding encoding, AlgorithmicTask task)
{
    /// <summary>The game.</summary>
    public IClaimGame Game { get; } = game;

    /// <summary>How networks read it.</summary>
    public IClaimEncoding Encoding { get; } = encoding;

    /// <summary>The depth of the debates that are judged.</summary>
    public abstract int Depth { get; }

    /// <summary>The debate on sums of wildcard search.</summary>
    /// <param name="wildcards">How many wildcards: the depth.</param>
    /// <param name="fold">What is made of the values.</param>
    public static DebateTask Pattern(int wildcards, Fold fold) => new PatternDebate(new WildcardSearchTask(2, wildcards, null), fold);

    /// <summary>The debate on walks of shortest path.</summary>
    /// <param name="vertices">How many vertices.</param>
    /// <param name="longest">The longest distance in dispute.</param>
    public static DebateTask Path(int vertices, int longest) => new PathDebate(new ShortestPathTask(vertices, 1), longest);

    /// <summary>Draws facts.</summary>
    /// <param name="heldOut">Whether those that training never draws are wanted.</param>
    /// <param name="random">Consumed.</param>
    public Facts DrawFacts(bool heldOut, RandomStream random) => new ContextSource(task, heldOut).Draw(Difficulty.Full, random).Facts;

    /// <summary>Draws a question of any depth from 1 on, to train on.</summary>
    /// <param name="facts">What it is about.</param>
    /// <param name="random">Consumed.</param>
    public abstract Question DrawQuestion(Facts facts, RandomStream random);

    /// <summary>Draws facts that training never draws, with a true answer and a near miss. For evaluation only: it reads all facts to know which is which.</summary>
    /// <param name="random">Consumed.</param>
    public abstract AnswerPair DrawPair(RandomStream random);

    /// <summary>What a judge says who looks up one fact and hears no debate.</summary>
    /// <param name="pair">The answers; which is true must not be looked at.</param>
    /// <param name="random">Consumed.</param>
    /// <returns>Whether they take the larger value.</returns>
    public abstract bool PrefersLarger(AnswerPair pair, RandomStream random);

    /// <summary>What a judge says who looks up nothing and hears nothing: the answer nearer to what is usual.</summary>
    /// <param name="pair">The answers; which is true must not be looked at.</param>
    /// <param name="random">Consumed.</param>
    /// <returns>Whether they take the larger value.</returns>
    public virtual bool GuessesLarger(AnswerPair pair, RandomStream random) => random.NextBool();

    private sealed class PatternDebate(WildcardSearchTask task, Fold fold, PatternGame game) : DebateTask(game, new PatternEncoding(game), task)
    {
        public PatternDebate(WildcardSearchTask task, Fold fold)
            : this(task, fold, new PatternGame(task, fold))
        {
        }

        public override int Depth => task.QuestionLength;

        public override Question DrawQuestion(Facts facts, RandomStream random)
        {
            Symbols words = task.AllStrings;
            for (int known = random.Next(Depth); known > 0; known--)
                words = WildcardSearchTask.Fill(words, random.Next(2));
            return new Question(facts, words);
        }

        public override AnswerPair DrawPair(RandomStream random)
        {
            var question = new Question(DrawFacts(heldOut: true, random), task.AllStrings);
            int value = game.ValueOf(question);
            int[] others = [.. game.ValuesOf(question).Where(other => other != value)];
            int nearest = others.Min(other => Math.Abs(other - value));
            int[] near = [.. others.Where(other => Math.Abs(other - value) == nearest)];
            return new AnswerPair(new Claim(question, value), new Claim(question, near[random.Next(near.Length)]));
        }

        public override bool PrefersLarger(AnswerPair pair, RandomStream random)
        {
            Facts facts = pair.True.Question.Facts;
            return fold is SumFold ? task.ValueOf(facts[random.Next(facts.Count)]) > 0 : random.NextBool();
        }

        public override bool GuessesLarger(AnswerPair pair, RandomStream random) => pair.True.Value + pair.False.Value < 0;
    }

    private sealed class PathDebate(ShortestPathTask task, int longest, PathGame game) : DebateTask(game, new PathEncoding(game), task)
    {
        public PathDebate(ShortestPathTask task, int longest)
            : this(task, longest, new PathGame(task, longest))
        {
        }

        public override int Depth => game.DepthOf(new Claim(default, longest));

        public override Question DrawQuestion(Facts facts, RandomStream random) =>
            new(facts, task.AskDistance(random.Next(task.VertexCount), random.Next(task.VertexCount)));

        /// <summary>A walk as long as the distance, and one an edge too short: of two answers to a distance the smaller is what is debated.</summary>
        public override AnswerPair DrawPair(RandomStream random)
        {
            while (true)
            {
                Question question = DrawQuestion(DrawFacts(heldOut: true, random), random);
                int distance = Enumerable.Range(1, longest + 1).First(edges => edges > longest || game.Holds(new Claim(question, edges)));
                if (distance > 2 && distance <= longest)
                    return new AnswerPair(new Claim(question, distance), new Claim(question, distance - 1));
            }
        }

        public override bool PrefersLarger(AnswerPair pair, RandomStream random) => random.NextBool();
    }
}
