using System.Collections.Frozen;
using System.Collections.Immutable;
using Oversight.Core;
using Oversight.Determinism;
using Oversight.Protocols;
using Oversight.Protocols.Debate;

namespace Oversight.Tasks;

/// <summary>
/// A family member of the paper's algorithmic question-answering tasks in one configuration: contexts, questions, the scripted H, what is
/// primitive, and how all of it is printed and parsed. Stateless and thread-safe.
/// </summary>
public abstract class AlgorithmicTask : IFactReader
{
    private FrozenDictionary<string, Answer>? _answersByText;
    private StatementLayout? _defaultLayout;

    /// <summary>The name on the command line, for example <c>permutation-powering</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The configuration's name in the reference, for example <c>iterate_c8_l2_k6</c>.</summary>
    public abstract string Configuration { get; }

    /// <summary>One sentence: what is asked.</summary>
    public abstract string Summary { get; }

    /// <summary>The symbols that facts, questions and answers are made of.</summary>
    public abstract Alphabet Alphabet { get; }

    /// <summary>Symbols a fact.</summary>
    public abstract int FactLength { get; }

    /// <summary>Symbols a question.</summary>
    public abstract int QuestionLength { get; }

    /// <summary>Symbols an answer.</summary>
    public abstract int AnswerLength { get; }

    /// <summary>How many sub-questions H may ask at most.</summary>
    public abstract int InteractionLength { get; }

    /// <summary>Every well-formed answer that is not idk, in a fixed order.</summary>
    public abstract ImmutableArray<Answer> Answers { get; }

    /// <summary>
    /// How X's look-up network reads facts and questions. A task need not think of networks: the default reads a fact as a name followed by
    /// an answer, and <see cref="StatementLayout.Default"/> says when to supply a layout of one's own.
    /// </summary>
    public virtual StatementLayout Layout => _defaultLayout ??= StatementLayout.Default(this);

    /// <summary>The classes of top-level questions in the order in which they can be learned, easiest first.</summary>
    public abstract ImmutableArray<string> Classes { get; }

    /// <summary>H, the script that decomposes this task's questions.</summary>
    public abstract ScriptedOverseer Human { get; }

    /// <summary>How many facts a context of that difficulty has: a function of difficulty alone.</summary>
    /// <param name="difficulty">The difficulty.</param>
    public abstract int FactCount(Difficulty difficulty);

    /// <summary>The difficulty from which on contexts have full size.</summary>
    public abstract int FullLevel { get; }

    /// <summary>Draws a context.</summary>
    /// <param name="difficulty">The instance size.</param>
    /// <param name="random">Consumed.</param>
    public abstract Context DrawContext(Difficulty difficulty, RandomStream random);

    /// <summary>The context that given facts make, for facts that were recorded or typed rather than drawn.</summary>
    /// <param name="facts">Facts of this task; assignments in the order in which they were made, others in any order.</param>
    /// <exception cref="ArgumentException">One of them is not a fact of this task, or they contradict each other.</exception>
    public abstract Context ContextOf(Facts facts);

    /// <summary>Draws a top-level question from D; never primitive.</summary>
    /// <param name="context">What it is about.</param>
    /// <param name="random">Consumed.</param>
    public abstract Question DrawQuestion(Context context, RandomStream random);

    /// <summary>
    /// The place of a question's class in <see cref="Classes"/> as far as its words alone tell, or -1 where they do not:
    /// what a curriculum over classes may look at, for it must not look at the truth.
    /// </summary>
    /// <param name="words">The question's words.</param>
    public virtual int SyntacticClass(Symbols words) => -1;

    /// <summary>Whether a question is answered from the facts directly and never by X. Syntactic: depends on the words alone.</summary>
    /// <param name="words">The question's words.</param>
    public abstract bool IsPrimitive(Symbols words);

    /// <summary>
    /// Whether a question is one that H takes up. One that is neither well-formed nor primitive has the answer
    /// <see cref="MalformedAnswer"/>, whatever the facts.
    /// </summary>
    /// <param name="words">The question's words.</param>
    public abstract bool IsWellFormed(Symbols words);

    /// <summary>The true answer to malformed questions: idk, unless a task says otherwise.</summary>
    public virtual Answer MalformedAnswer => Answer.Unknown;

    /// <summary>
    /// Whether an answer says that there is nothing to find. H also gives it after finding nothing because X knows no better, so it is
    /// weaker evidence than other answers.
    /// </summary>
    /// <param name="answer">A well-formed answer, or idk.</param>
    public virtual bool SaysNothing(Answer answer) => false;

    /// <summary>
    /// Whether an answer is one that H tests, where they ask X to guess the answer to their own question (<see cref="Question.Guess"/>). An
    /// answer that says there is nothing, and idk, cannot be tested; an X that gives one while it knows no better keeps H from ever finding
    /// what there is. Holds for no answer where H never asks for a guess.
    /// </summary>
    /// <param name="answer">A well-formed answer, or idk.</param>
    public virtual bool IsTestable(Answer answer) => false;

    /// <summary>
    /// Whether a guess stands H's first test, where that is a primitive question (shortest path: is there an edge to this vertex?). X has
    /// the facts too; what they refute at one look is not worth a guess.
    /// </summary>
    /// <param name="question">What H is answering.</param>
    /// <param name="guess">An answer for which <see cref="IsTestable"/> holds.</param>
    public virtual bool StandsFirstTest(Question question, Answer guess) => true;

    /// <summary>
    /// Draws a primitive question that the facts answer: what can be learned from the environment alone, with nobody to say what is true of
    /// the questions in D.
    /// </summary>
    /// <param name="facts">Those of a context that was drawn.</param>
    /// <param name="random">Consumed.</param>
    public abstract Question DrawPrimitive(Facts facts, RandomStream random);

    /// <summary>Answers a primitive question from the facts.</summary>
    /// <param name="question">A question for which <see cref="IsPrimitive"/> holds.</param>
    /// <param name="random">Consumed where the answer is drawn at random (a neighbour).</param>
    public abstract Answer AnswerPrimitive(Question question, RandomStream random);

    /// <summary>
    /// How answers of this task are debated: which claims an answer rests on, and how a claim is split until one fact decides it. Null where nobody
    /// has said so yet; other methods do without. May depend on the configuration.
    /// </summary>
    public virtual IDispute? Dispute => null;

    /// <summary>Prints a question's words for people, in the grammar that <see cref="TryParse"/> reads.</summary>
    /// <param name="words">The question's words.</param>
    public abstract string FormatQuestion(Symbols words);

    /// <summary>Prints an answer for people.</summary>
    /// <param name="answer">The answer.</param>
    public abstract string FormatAnswer(Answer answer);

    /// <summary>Prints a fact for people.</summary>
    /// <param name="fact">The fact.</param>
    public abstract string FormatFact(Symbols fact);

    /// <summary>The grammar of questions with an example, one line.</summary>
    public abstract string Grammar { get; }

    /// <summary>
    /// Reads a question as a person types it: in the <see cref="Grammar"/>, or as the left side of a fact as <see cref="FormatFact"/>
    /// prints it, with or without what the fact
    /// says of it.
    /// </summary>
    /// <param name="text">The text.</param>
    public abstract ParsedQuestion Parse(string text);

    /// <summary>Reads a question as a person types it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The question's words.</param>
    /// <returns>Whether the text is a question.</returns>
    public bool TryParse(string text, out Symbols words)
    {
        ParsedQuestion parsed = Parse(text);
        words = parsed.Words;
        return parsed.IsQuestion;
    }

    /// <summary>
    /// Reads an answer as <see cref="FormatAnswer"/> prints it: any of <see cref="Answers"/>, idk, or symbols that mean nothing.
    /// </summary>
    /// <param name="text">The text; blanks around it do not matter.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>Whether the text is an answer.</returns>
    public bool TryParseAnswer(string text, out Answer answer)
    {
        ArgumentNullException.ThrowIfNull(text);
        answer = Answer.Unknown;
        if (text.Length > Phrase.MaxLength)
            return false;
        string trimmed = text.Trim();
        _answersByText ??= Answers.Append(Answer.Unknown).ToFrozenDictionary(FormatAnswer);
        if (_answersByText.TryGetValue(trimmed, out answer))
            return true;
        bool spelt = Alphabet.TryReadSpelling(trimmed, out Symbols words);
        answer = new Answer(words);
        return spelt;
    }

    /// <summary>Insists that a configuration fits into <see cref="Symbols"/>.</summary>
    /// <param name="configuration">Its name.</param>
    /// <param name="symbols">How many symbols its alphabet has.</param>
    /// <param name="lengths">The lengths of its facts, questions and answers.</param>
    /// <exception cref="ArgumentException">It does not fit.</exception>
    protected static void RequireSizes(string configuration, int symbols, params ReadOnlySpan<int> lengths)
    {
        if (symbols > byte.MaxValue + 1)
            throw new ArgumentException($"{configuration} needs {symbols} symbols, at most {byte.MaxValue + 1} are allowed.");
        foreach (int length in lengths)
        {
            if (length > Symbols.MaxLength)
            {
                throw new ArgumentException(
                    $"{configuration} needs sequences of {length} symbols, at most {Symbols.MaxLength} are allowed.");
            }
        }
    }
}
