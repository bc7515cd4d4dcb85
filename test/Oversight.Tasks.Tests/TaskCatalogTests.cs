using System.Reflection;
using Oversight.Core;

namespace Oversight.Tasks.Tests;

public sealed class TaskCatalogTests
{
    [Fact]
    public void Families_OfThisAssembly_AreFoundWithoutAList() =>
        Assert.Equal(
            ["permutation-powering", "sat-counting", "sequential-assignments", "shortest-path", "union-find", "wildcard-search"],
            TaskCatalog.Families.Select(family => family.Name));

    [Fact]
    public void Families_OneANamespace_HoldEveryTask()
    {
        Type[] tasks = [.. typeof(TaskCatalog).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AlgorithmicTask)))];
        Assert.Equal(tasks.Select(task => task.Namespace).Order(), TaskCatalog.Families.Select(family => family.GetType().Namespace).Order());
    }

    [Fact]
    public void Variants_OfEveryFamily_BearItsNameAndDiffer()
    {
        foreach (ITaskFamily family in TaskCatalog.Families)
        {
            Assert.Equal(family.Name, family.Variants[0].Name);
            Assert.All(family.Variants, variant => Assert.StartsWith(family.Name, variant.Name));
            Assert.All(family.Variants, variant => Assert.NotEmpty(variant.Summary));
        }

        Assert.Equal(TaskCatalog.Variants.Length, TaskCatalog.Variants.Select(variant => variant.Name).Distinct().Count());
    }

    [Fact]
    public void Create_TinyPreset_HasAHandfulOfThings() =>
        Assert.All(TaskCatalog.Variants, variant => Assert.InRange(TaskCatalog.Create(variant.Name, TaskPreset.Tiny).FactCount(Difficulty.Full), 4, 16));

    [Fact]
    public void Create_UnknownVariant_NamesThoseThereAre()
    {
        string message = Assert.Throws<ArgumentException>(() => TaskCatalog.Create("sorting", TaskPreset.Tiny)).Message;
        Assert.Contains("no task 'sorting'", message);
        Assert.Contains("wildcard-search:mod8", message);
    }

    [Theory]
    [InlineData("graph_c8", "graph_c<characters>_l<characters a vertex>")]
    [InlineData("GRAPH_c8_l2", "there is no configuration")]
    [InlineData("graph_c99_l3", "must make 1 to 4096 elements")]
    [InlineData("graph_c250_l1", "at most 256 are allowed")]
    [InlineData("graph_c2_l9", "needs sequences of 18 symbols, at most 16 are allowed")]
    [InlineData("graph_c0_l2", "must make 1 to 4096 elements")]
    [InlineData("iterate_c8_l2_k1", "at least 2 are allowed")]
    [InlineData("iterate_c8_l2_k15", "needs sequences of 17 symbols")]
    [InlineData("equals_c16_l2", "needs 280 symbols")]
    [InlineData("sum_c2_l9", "symbols, at most 256 are allowed")]
    [InlineData("sum_c11_l1", "at most 10 are allowed")]
    [InlineData("sum_c2_l6_mod1", "at least 2 is allowed")]
    [InlineData("eval_c240_l1", "at most 256 are allowed")]
    [InlineData("evalsum_c8_l2_mod999", "is allowed")]
    [InlineData("sat_v9_l3", "at most 256 are allowed")]
    [InlineData("sat_v6_l9", "needs sequences of 18 symbols")]
    public void Create_BadConfiguration_SaysWhatIsAllowedInOneLine(string configuration, string problem)
    {
        string message = Assert.ThrowsAny<ArgumentException>(() => TaskCatalog.Create(configuration)).Message;
        Assert.Contains(problem, message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("iterate_c5_l2_k7")]
    [InlineData("graph_c3_l3")]
    [InlineData("equals_c6_l2")]
    [InlineData("sum_c4_l3")]
    [InlineData("sum_c10_l2_mod5")]
    [InlineData("eval_c6_l2")]
    [InlineData("evalsum_c3_l2_mod12")]
    [InlineData("sat_v7_l4")]
    public void Create_ConfigurationOutsideThePresets_BearsItsName(string configuration)
    {
        AlgorithmicTask task = TaskCatalog.Create(configuration);
        Assert.Equal(configuration, task.Configuration);
        Assert.InRange(task.FactLength, 1, Symbols.MaxLength);
        Assert.True(task.Alphabet.Size <= 256);
    }

    [Fact]
    public void GroundTruth_Never_ReachesAnAssistant()
    {
        // Facts and ground truth are different types; no assistant of this assembly has a member or a parameter that could hand it the
        // truth.
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        IEnumerable<Type> assistants = typeof(TaskCatalog).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IAssistant)));
        foreach (Type assistant in assistants)
        {
            IEnumerable<Type> held = assistant.GetFields(all).Select(field => field.FieldType)
                .Concat(assistant.GetMethods(all).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType))
                .Concat(assistant.GetConstructors(all).SelectMany(made => made.GetParameters()).Select(parameter => parameter.ParameterType));
            Assert.DoesNotContain(held, type => type.IsAssignableTo(typeof(GroundTruth)) || type == typeof(Context));
        }
    }
}
