using Oversight.Core.Text;
using Oversight.Samples.Amplify;

TextQuestion question = "the overseer asks and the assistant answers all day";
var once = new AmplifiedTextAssistant(new WordCountOverseer(), new ShortSightedAssistant());
var twice = new AmplifiedTextAssistant(new WordCountOverseer(), once);

await Show("Amplify^H(X): X cannot count five words", once, Budget.Unlimited, CancellationToken.None);
await Show("Nested, Amplify^H(Amplify^H(X)): it can", twice, Budget.Unlimited, CancellationToken.None);
await Show("Over budget: two calls where four are needed", twice, Budget.Unlimited with { Calls = 2 }, CancellationToken.None);
await Show("Cancelled", twice, Budget.Unlimited, new CancellationToken(canceled: true));

async Task Show(string title, ITextAssistant assistant, Budget budget, CancellationToken token)
{
    Console.WriteLine($"== {title}");
    try
    {
        Console.WriteLine((await assistant.AnswerAsync(question, budget, token)).Transcript);
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("Given up: no answer.");
    }
}
