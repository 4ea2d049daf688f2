// Outside judge of C# 7 syntax. Standard input: one JSON object a line, { "form": "expression" | "block", "code": "…" }.
// Standard output: for each line Roslyn's errors about syntax and language version, a JSON array of "id@offset message".
// Run: dotnet run --project test/oracle/csharp-syntax < expressions.jsonl
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

// Features that C# 7.0 lacks, which newer Roslyns report when they bind, and what else is clear without knowing any type: no statement (CS0201),
// no value returned (CS0126), no array size (CS1586), pointers (CS0214, CS0227), await (CS4032, CS4033).
string[] bindingErrors = ["CS8107", "CS8401", "CS8967", "CS0201", "CS0126", "CS1586", "CS0214", "CS0227", "CS4032", "CS4033"];
var options = new CSharpParseOptions(LanguageVersion.CSharp7);
var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
    .Where(path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Linq.dll" or "System.Collections.dll")
    .Select(path => MetadataReference.CreateFromFile(path)).ToArray();
const string Usings = "using System; using System.Collections.Generic; using System.Linq;";

while (Console.ReadLine() is { } line)
{
    using var request = JsonDocument.Parse(line);
    var code = request.RootElement.GetProperty("code").GetString()!;
    var isBlock = request.RootElement.GetProperty("form").GetString() == "block";
    var before = Usings + (isBlock ? "class C { object f(dynamic context, dynamic a, dynamic b, dynamic c) {\n" : "class C { object f(dynamic context, dynamic a, dynamic b, dynamic c) { return (\n");
    var after = isBlock ? "\n}}" : "\n); }}";
    var tree = CSharpSyntaxTree.ParseText(before + code + after, options);
    var found = tree.GetDiagnostics().ToList();
    if (found.Count == 0)
    {
        var compilation = CSharpCompilation.Create("judged", [tree], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        found.AddRange(compilation.GetDiagnostics().Where(error => bindingErrors.Contains(error.Id)));
    }
    var errors = found.Where(error => error.Severity == DiagnosticSeverity.Error)
        .Select(error => $"{error.Id}@{error.Location.SourceSpan.Start - before.Length} {error.GetMessage()}");
    Console.WriteLine(JsonSerializer.Serialize(errors));
}
