using Oversight.Core;
using Oversight.Core.Text;
using Oversight.Learning.Assistants;
using Oversight.Learning.Options;
using Oversight.Neural;
using Oversight.Tasks;
using Oversight.Tasks.Text;

namespace Oversight.Training.Tests.Text;

/// <summary>A network says the same in words as in symbols.</summary>
public sealed class TrainedTextAssistantTests
{
    [Theory]
    [InlineData("iterate_c4_l2_k4", AssistantKind.Lookup)]
    [InlineData("iterate_c4_l2_k4", AssistantKind.Published)]
    [InlineData("graph_c4_l2", AssistantKind.Lookup)]
    public async Task AnswerAsync_Network_SaysWhatItSaysInSymbols(string configuration, AssistantKind kind)
    {
        AlgorithmicTask task = TaskCatalog.Create(configuration);
        var grammar = new TaskGrammar(task);
        AssistantNetwork network = AssistantNetwork.Create(task, Fixture.AssistantOptions(kind));
        using ParameterVector weights = Fixture.Weights(network.Layout);
        using var inSymbols = new TransformerAssistant(network, weights, 1, 1);
        using var inText = new TransformerAssistant(network, weights, 1, 1);
        foreach (Question question in Fixture.Batch(task, contexts: 3, questions: 4, Difficulty.Full).Questions)
        {
            foreach (Question asked in new[] { question, question with { Guess = 1 } })
            {
                var answer = new Answer[1];
                inSymbols.Answer([asked], answer);
                var speaking = new TrainedTextAssistant(task, asked.Facts, inText);
                TextResult said = await speaking.AnswerAsync(grammar.Print(asked.Words, asked.Guess), Budget.Unlimited, default);
                Assert.True(grammar.TryReadAnswer(said.Answer, out Answer read), said.Answer.Words);
                Assert.Equal(answer[0], read);
            }
        }
    }
}
