using Oversight.Core;
using Oversight.Determinism;
using Oversight.Neural;
using Oversight.Tasks;

namespace Oversight.Learning.Assistants;

/// <summary>A recorded pass of X: the only place where questions become numbers. Facts are encoded once and then read by any number of batches of questions.</summary>
public abstract class AssistantPass
{
    /// <summary>The inputs that every network has.</summary>
    /// <param name="task">The task.</param>
    /// <param name="tape">The tape that is recorded on.</param>
    /// <param name="contexts">How many contexts at most (B).</param>
    /// <param name="questionsPerContext">How many questions each at most.</param>
    protected AssistantPass(AlgorithmicTask task, Tape tape, int contexts, int questionsPerContext)
    {
        Tape = tape;
        FactRows = new RowGroups(contexts, task.FactCount(Difficulty.Full));
        QuestionRows = new RowGroups(contexts, questionsPerContext);
    }

    /// <summary>The tape.</summary>
    protected Tape Tape { get; }

    /// <summary>The facts of each context.</summary>
    protected RowGroups FactRows { get; }

    /// <summary>The questions of each context.</summary>
    protected RowGroups QuestionRows { get; }

    /// <summary>How many contexts at most.</summary>
    public int ContextCapacity => QuestionRows.GroupCapacity;

    /// <summary>How many questions a context at most.</summary>
    public int QuestionCapacity => QuestionRows.RowCapacity;

    /// <summary>The temperature at which answers are drawn.</summary>
    public double Temperature { get; set; } = 1;

    /// <summary>The share of drawn answers that are not the most probable, from 0 to 1, beside those that chance makes others.</summary>
    public double Unlike { get; set; }

    /// <summary>The weighted sum of -log p(target) of the last training pass, in nats.</summary>
    public abstract double Loss { get; }

    /// <summary>Runs forward and backward on part of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="firstContext">The first context of the part.</param>
    /// <param name="contexts">How many contexts.</param>
    /// <param name="scale">Multiplies the weights; one over the batch's total weight makes the loss a mean.</param>
    /// <param name="gradients">Added to.</param>
    public void Train(TargetBatch batch, int firstContext, int contexts, float scale, ParameterVector gradients)
    {
        int per = batch.QuestionsPerContext;
        LoadFacts(batch.Contexts.AsSpan(firstContext, contexts));
        QuestionRows.SetUniform(contexts, per);
        LoadQuestions(batch.Questions.AsSpan(firstContext * per, contexts * per));
        LoadTargets(batch.Targets.AsSpan(firstContext * per, contexts * per), batch.Weights.AsSpan(firstContext * per, contexts * per), scale);
        Tape.Forward();
        Tape.Backward(gradients);
    }

    /// <summary>Encodes the facts of some contexts, to be read by the calls of <see cref="Answer"/> that follow.</summary>
    /// <param name="contexts">At most <see cref="ContextCapacity"/>; all with the same number of facts.</param>
    public void Encode(ReadOnlySpan<Facts> contexts)
    {
        LoadFacts(contexts);
        ForwardFacts();
    }

    /// <summary>Answers questions about the encoded contexts.</summary>
    /// <param name="questions">Context by context.</param>
    /// <param name="sizes">How many questions each encoded context has.</param>
    /// <param name="answers">Filled.</param>
    /// <param name="confidences">Filled with p(answer).</param>
    /// <param name="random">Draws the answers from X's distribution; null takes the most probable.</param>
    public void Answer(
        ReadOnlySpan<Question> questions, ReadOnlySpan<int> sizes, Span<Answer> answers, Span<float> confidences, RandomStream? random)
    {
        QuestionRows.Set(sizes);
        LoadQuestions(questions);
        ForwardAnswers(questions, answers, confidences, random);
    }

    /// <summary>Says how probable every answer to questions about the encoded contexts is.</summary>
    /// <param name="questions">Context by context.</param>
    /// <param name="sizes">How many questions each encoded context has.</param>
    /// <param name="probabilities">(questions, answers), filled: a row a question, in the order of the <see cref="AnswerCodec"/>.</param>
    public void Weigh(ReadOnlySpan<Question> questions, ReadOnlySpan<int> sizes, Span<float> probabilities)
    {
        QuestionRows.Set(sizes);
        LoadQuestions(questions);
        ForwardProbabilities(questions.Length, probabilities);
    }

    /// <summary>Replays the part that reads facts alone.</summary>
    protected abstract void ForwardFacts();

    /// <summary>Replays the part that reads questions, and writes the answers.</summary>
    /// <param name="questions">The questions, to see which guess each wants.</param>
    /// <param name="answers">Filled.</param>
    /// <param name="confidences">Filled with p(answer).</param>
    /// <param name="random">Draws, or null for the most probable.</param>
    protected abstract void ForwardAnswers(ReadOnlySpan<Question> questions, Span<Answer> answers, Span<float> confidences, RandomStream? random);

    /// <summary>Replays the part that reads questions, and writes the probability of every answer.</summary>
    /// <param name="questions">How many questions.</param>
    /// <param name="probabilities">(questions, answers), filled.</param>
    protected abstract void ForwardProbabilities(int questions, Span<float> probabilities);

    /// <summary>Writes one fact's numbers.</summary>
    /// <param name="row">The row among all facts.</param>
    /// <param name="fact">The fact.</param>
    protected abstract void LoadFact(int row, Symbols fact);

    /// <summary>Writes one question's numbers.</summary>
    /// <param name="row">The row among all questions.</param>
    /// <param name="words">The question's words.</param>
    protected abstract void LoadQuestion(int row, Symbols words);

    /// <summary>Writes one target's numbers.</summary>
    /// <param name="row">The row among all questions.</param>
    /// <param name="target">The answer to learn.</param>
    /// <param name="weight">How much it counts.</param>
    protected abstract void LoadTarget(int row, Answer target, float weight);

    /// <summary>Draws a number with the given probabilities, or takes the most probable.</summary>
    /// <param name="probabilities">They sum to about one.</param>
    /// <param name="random">Draws, or null for the most probable.</param>
    protected int Choose(ReadOnlySpan<float> probabilities, RandomStream? random) => random is not null && Unlike > 0 && random.Chance(Unlike)
        ? AnswerDraw.ChooseOther(probabilities, random)
        : AnswerDraw.Choose(probabilities, random, Temperature);

    private void LoadFacts(ReadOnlySpan<Facts> contexts)
    {
        int perContext = contexts[0].Count;
        ArgumentOutOfRangeException.ThrowIfZero(perContext);
        FactRows.SetUniform(contexts.Length, perContext);
        int row = 0;
        foreach (Facts facts in contexts)
        {
            if (facts.Count != perContext)
                throw new ArgumentException($"Contexts of {perContext} and of {facts.Count} facts cannot be encoded together.", nameof(contexts));
            foreach (Symbols fact in facts.Statements)
                LoadFact(row++, fact);
        }
    }

    private void LoadQuestions(ReadOnlySpan<Question> questions)
    {
        for (int row = 0; row < questions.Length; row++)
            LoadQuestion(row, questions[row].Words);
    }

    private void LoadTargets(ReadOnlySpan<Answer> targets, ReadOnlySpan<float> weights, float scale)
    {
        for (int row = 0; row < targets.Length; row++)
            LoadTarget(row, targets[row], weights[row] * scale);
    }
}
