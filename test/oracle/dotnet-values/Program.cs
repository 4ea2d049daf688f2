// Outside judge of values: compiles C# 7 expressions, runs them on .NET and says what they give.
// Standard input: one JSON object a line, { "code": "…" }: an expression, or statements that end in a return.
// Standard output: for each line a JSON object: { "type": "System.Int32", "value": "5" } (value null for null, a list for an array),
// { "throws": "System.FormatException" } or { "refused": ["CS0220"] }.
// Run: dotnet run --project test/oracle/dotnet-values < expressions.jsonl
using System.Reflection;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

var options = new CSharpParseOptions(LanguageVersion.CSharp7);
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)).ToArray();

while (Console.ReadLine() is { } line)
{
    using var request = JsonDocument.Parse(line);
    var code = request.RootElement.GetProperty("code").GetString()!;
    var body = code.Contains("return ") ? code : $"return {code}\n;";
    var tree = CSharpSyntaxTree.ParseText($"using System; using System.Linq; public static class Judged {{ public static object Run() {{ {body} }} }}", options);
    var compilation = CSharpCompilation.Create("judged", [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
    using var image = new MemoryStream();
    var emitted = compilation.Emit(image);
    object answer = emitted.Success
        ? Run(Assembly.Load(image.ToArray()))
        : new { refused = emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.Id).Distinct() };
    Console.WriteLine(JsonSerializer.Serialize(answer));
}

static object Run(Assembly assembly)
{
    try
    {
        var value = assembly.GetType("Judged")!.GetMethod("Run")!.Invoke(null, null);
        return new { type = value?.GetType().FullName, value = Shown(value) };
    }
    catch (TargetInvocationException error)
    {
        return new { throws = error.InnerException!.GetType().FullName };
    }
}

// A lone surrogate has no UTF-8: texts are written unit by unit where JSON needs it.
static object? Shown(object? value) => value switch
{
    null => null,
    string[] items => items,
    char unit => ((int)unit).ToString(),
    double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
    string text when text.Any(char.IsSurrogate) => text.Select(unit => (int)unit).ToArray(),
    _ => value.ToString(),
};
