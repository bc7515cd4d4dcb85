using System.Text;
using System.Text.Json.Nodes;
using Oversight.Runs.Checkpoints;

namespace Oversight.Training.Tests.Checkpoints;

public sealed class OlderStateTests
{
    [Theory]
    [InlineData("""{"rounds":3,"rewardModel":null}""", """{"rounds":3,"beside":null}""")]
    [InlineData("""{"rewardModel":{"steps":2,"loss":"NaN"},"best":-1}""", """{"beside":{"steps":2,"loss":"NaN"},"best":-1}""")]
    public void Update_FieldOfAnEarlierVersion_HasTodaysName(string before, string after) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(after), JsonNode.Parse(OlderState.Update(Encoding.UTF8.GetBytes(before)))));

    [Theory]
    [InlineData("""{"rounds":3,"beside":null}""")]
    [InlineData("""{"rewardModel":null,"beside":null}""")]
    [InlineData("""{"rounds":""")]
    [InlineData("[]")]
    [InlineData("")]
    public void Update_NothingOlderInIt_StaysAsItIs(string state)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(state);
        Assert.Equal(utf8, OlderState.Update(utf8));
    }
}
