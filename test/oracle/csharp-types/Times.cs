using System.Diagnostics;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

/** How long Roslyn takes to parse and bind expressions, each by itself as they stand in policies. */
static class Times
{
    const int WarmUps = 2;

    /** Neither start nor input count, nor code generation: what is left is what a check needs. */
    public static void Print(List<string> texts, CSharpCompilation context, CSharpParseOptions options)
    {
        var cold = Pass(texts, context, options);
        for (var pass = 1; pass < WarmUps; pass++) Pass(texts, context, options);
        Console.WriteLine(JsonSerializer.Serialize(new { cold, warm = Pass(texts, context, options) }));
    }

    static double Pass(List<string> texts, CSharpCompilation context, CSharpParseOptions options)
    {
        var watch = Stopwatch.StartNew();
        foreach (var text in texts)
        {
            var tree = CSharpSyntaxTree.ParseText(text, options);
            context.AddSyntaxTrees(tree).GetSemanticModel(tree).GetDiagnostics();
        }
        return watch.Elapsed.TotalMilliseconds;
    }
}
