// Outside judge of policy expressions: compiles them as C# 7 on .NET Framework 4.7.2 against the context that a facts file describes,
// and holds the members they use to the list of allowed ones.
// Standard input: one JSON object a line, { "form": "expression" | "block", "code": "…", "wanted": "bool" }; `wanted`, the C# type that
// the place of use wants, may be absent. Standard output: for each line a JSON object, { "type": "System.String",
// "errors": ["CS1503@12+3 …", "APIM0002@4+8 …"] }: offset in the code and length; -1 is the expression as a whole.
// With --times it prints instead how long it took to parse and bind them all, in milliseconds, at first and when warm: { "cold": 1, "warm": 1 }.
// Run: dotnet run --project test/oracle/csharp-types -- ../shared/reference/expressions.json < expressions.jsonl
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

using var facts = JsonDocument.Parse(File.ReadAllText(args[0]));
var root = facts.RootElement;
var options = new CSharpParseOptions(LanguageVersion.CSharp7);
var metadata = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(item => item.Key, item => item.Value!);
string[] assemblies = ["mscorlib", "System", "System.Core", "System.Xml", "System.Xml.Linq"];
var references = assemblies.Select(name => Path.Combine(metadata["Framework"], name + ".dll")).Append(metadata["Newtonsoft"])
    .Select(path => MetadataReference.CreateFromFile(path)).ToArray();
var usings = string.Concat(root.GetProperty("implicitUsings").GetProperty("namespaces").EnumerateArray().Select(name => $"using {name}; "));
var context = CSharpSyntaxTree.ParseText(usings + Context.Declarations(root), options);
var allowed = Allowed.Read(root);

var stub = CSharpCompilation.Create("context", [context], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
if (stub.GetDiagnostics().FirstOrDefault(error => error.Severity == DiagnosticSeverity.Error) is { } mistake)
{
    Console.Error.WriteLine($"the context does not compile: {mistake}");
    return 1;
}

if (args.Contains("--times"))
{
    Times.Print(Console.In.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Question.Read(line).In(usings).Text).ToList(), stub, options);
    return 0;
}

while (Console.ReadLine() is { } line)
{
    var question = Question.Read(line);
    var (code, wanted) = (question.Code, question.Wanted);
    var (before, text) = question.In(usings);
    var tree = CSharpSyntaxTree.ParseText(text, options);
    var compilation = stub.AddSyntaxTrees(tree);
    var errors = compilation.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error)
        .Select(error => $"{error.Id}@{At(error.Location.SourceSpan)} {error.GetMessage()}").ToList();
    var model = compilation.GetSemanticModel(tree);
    var own = tree.GetRoot().DescendantNodes().Where(node => node.SpanStart >= before.Length && node.Span.End <= before.Length + code.Length).ToList();
    errors.AddRange(own.Select(node => allowed.Refusal(node, model) is var (id, message) ? $"{id}@{At(Allowed.Name(node).Span)} {message}" : null).OfType<string>().Distinct());
    string At(TextSpan span) => span.Start < before.Length || span.Start > before.Length + code.Length ? "-1" : $"{span.Start - before.Length}+{span.Length}";
    if (wanted is not null)
    {
        Console.WriteLine(JsonSerializer.Serialize(new { type = wanted, errors }));
        continue;
    }
    var result = tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().First(node => node.Identifier.Text == "__result");
    var type = ((ILocalSymbol)model.GetDeclaredSymbol(result)!).Type.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters));
    Console.WriteLine(JsonSerializer.Serialize(new { type, errors }));
}
return 0;

/** An expression and, where its place of use says so, the C# type that is wanted of it. */
record Question(string Code, bool IsBlock, string? Wanted)
{
    public static Question Read(string line)
    {
        using var request = JsonDocument.Parse(line);
        var root = request.RootElement;
        return new(root.GetProperty("code").GetString()!, root.GetProperty("form").GetString() == "block", root.TryGetProperty("wanted", out var wanted) ? wanted.GetString() : null);
    }

    /** A file of C# around it, and what stands there before the expression. A lambda without a target type has no type, so the value goes through a generic method. */
    public (string Before, string Text) In(string usings)
    {
        var head = Wanted is null
            ? "class __Judged { T __Value<T>(Func<T> value) { return value(); } void __Run(IProxyRequestContext context) { var __result = __Value(() => "
            : $"class __Judged {{ {Wanted} __Run(IProxyRequestContext context) {(IsBlock ? "" : "{ return (")}";
        var before = usings + head + (IsBlock ? "{\n" : "\n");
        var after = (IsBlock, Wanted is null) switch { (true, true) => "\n}); } }", (false, true) => "\n); } }", (true, false) => "\n} }", (false, false) => "\n); } }" };
        return (before, before + Code + after);
    }
}

/** The types around `context`, as C# declarations made from the facts file. */
static class Context
{
    const string Extensions = """
        public static class PolicyExtensions
        {
            public static string GetValueOrDefault(this IReadOnlyDictionary<string, string[]> values, string name) { return null; }
            public static string GetValueOrDefault(this IReadOnlyDictionary<string, string[]> values, string name, string defaultValue) { return null; }
            public static T GetValueOrDefault<T>(this IReadOnlyDictionary<string, object> values, string variableName) { return default(T); }
            public static T GetValueOrDefault<T>(this IReadOnlyDictionary<string, object> values, string variableName, T defaultValue) { return default(T); }
            // Not on the reference page, but in policyutil and used in Microsoft's own samples.
            public static TValue GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> values, TKey key) { return default(TValue); }
            public static TValue GetValueOrDefault<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> values, TKey key, TValue defaultValue) { return defaultValue; }
            public static TValue GetValueOrDefault<TKey, TValue>(this IDictionary<TKey, TValue> values, TKey key) { return default(TValue); }
            public static TValue GetValueOrDefault<TKey, TValue>(this IDictionary<TKey, TValue> values, TKey key, TValue defaultValue) { return defaultValue; }
            public static BasicAuthCredentials AsBasic(this string text) { return null; }
            public static bool TryParseBasic(this string text, out BasicAuthCredentials result) { result = null; return false; }
            public static Jwt AsJwt(this string text) { return null; }
            public static bool TryParseJwt(this string text, out Jwt result) { result = null; return false; }
            public static byte[] Encrypt(this byte[] data, string alg, byte[] key, byte[] iv) { return null; }
            public static byte[] Encrypt(this byte[] data, SymmetricAlgorithm alg) { return null; }
            public static byte[] Encrypt(this byte[] data, SymmetricAlgorithm alg, byte[] key, byte[] iv) { return null; }
            public static byte[] Decrypt(this byte[] data, string alg, byte[] key, byte[] iv) { return null; }
            public static byte[] Decrypt(this byte[] data, SymmetricAlgorithm alg) { return null; }
            public static byte[] Decrypt(this byte[] data, SymmetricAlgorithm alg, byte[] key, byte[] iv) { return null; }
            public static bool VerifyNoRevocation(this X509Certificate2 certificate) { return false; }
            public static string ToQueryString(this IDictionary<string, IList<string>> form) { return null; }
            public static string ToFormUrlEncodedContent(this IDictionary<string, IList<string>> form) { return null; }
        }
        public interface ISoapMessage { }
        // In policyutil.
        public abstract partial class IProxyRequestContext { public abstract void Trace(string source, object data); }
        // As resolver samples use them.
        public abstract partial class IGraphQLContext { public abstract IGraphQLDataObject Arguments { get; } }
        public abstract partial class IGraphQLDataObject { public abstract object this[string name] { get; } }
        """;

    public static string Declarations(JsonElement root)
    {
        var text = new StringBuilder(Extensions);
        var context = root.GetProperty("context");
        Declare(text, context.GetProperty("type").GetString()!, context);
        foreach (var type in root.GetProperty("types").EnumerateObject()) Declare(text, type.Name, type.Value);
        return text.ToString();
    }

    static void Declare(StringBuilder text, string name, JsonElement type)
    {
        var kind = type.TryGetProperty("kind", out var stated) ? stated.GetString()! : "interface";
        var members = type.GetProperty("members").EnumerateArray().ToList();
        if (kind == "enum")
        {
            text.Append($"public enum {name} {{ {string.Join(", ", members.Select(member => member.GetString()))} }}\n");
            return;
        }
        var bases = type.TryGetProperty("extends", out var list) ? " : " + string.Join(", ", list.EnumerateArray().Select(item => item.GetString())) : "";
        text.Append($"public abstract partial class {name}{bases} {{ ");
        foreach (var member in members)
        {
            if (member.TryGetProperty("signature", out var signature)) text.Append(Method(signature.GetString()!));
            else if (member.TryGetProperty("signatures", out var signatures)) foreach (var one in signatures.EnumerateArray()) text.Append(Method(one.GetString()!));
            else text.Append($"public abstract {member.GetProperty("type").GetString()} {member.GetProperty("name").GetString()} {{ get; }} ");
        }
        text.Append("}\n");
    }

    static string Method(string signature) => signature.StartsWith("string ToString()") ? "" : $"public abstract {signature}; ";
}

/** Types and members that expressions may use. Rule: expressions.md, section 2. */
sealed class Allowed
{
    readonly Dictionary<string, (HashSet<string>? Members, HashSet<string> Denied)> types = [];

    public static Allowed Read(JsonElement root)
    {
        var allowed = new Allowed();
        foreach (var type in root.GetProperty("allowedTypes").EnumerateArray())
        {
            var members = type.GetProperty("members");
            var denied = type.TryGetProperty("except", out var list) ? list.EnumerateArray().Select(item => item.GetString()!).ToHashSet() : [];
            allowed.types[type.GetProperty("name").GetString()!] = (members.ValueKind == JsonValueKind.Array ? members.EnumerateArray().Select(item => item.GetString()!).ToHashSet() : null, denied);
        }
        return allowed;
    }

    /** The part of a use that says what is used. */
    public static SyntaxNode Name(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax invocation => Name(invocation.Expression),
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        ObjectCreationExpressionSyntax creation => creation.Type,
        ElementAccessExpressionSyntax access => access.ArgumentList,
        _ => node,
    };

    public (string Id, string Message)? Refusal(SyntaxNode node, SemanticModel model)
    {
        if (node is not (InvocationExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ObjectCreationExpressionSyntax)) return null;
        var symbol = model.GetSymbolInfo(node).Symbol;
        if (symbol is null or INamespaceSymbol or ITypeSymbol || symbol.ContainingType is not { } type || type.IsAnonymousType) return null;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction } or IFieldSymbol { Type.TypeKind: TypeKind.Enum, IsConst: false }) return null;
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.Compilation.Assembly)) return null;
        var name = type.OriginalDefinition.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces));
        var arity = type.OriginalDefinition.Arity;
        var known = types.Keys.FirstOrDefault(key => key == name || (arity > 0 && (key == $"{name}`{arity}" || key.StartsWith(name + "<"))));
        if (known is null) return ("APIM0001", $"Usage of type '{name}' is not supported within expressions");
        var (members, denied) = types[known];
        var member = symbol is IPropertySymbol { IsIndexer: true } ? "Item" : symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? ".ctor" : symbol.Name;
        return denied.Contains(member) || (members is not null && !members.Contains(member)) ? ("APIM0002", $"Usage of member '{member}' of type '{name}' is not supported within expressions") : null;
    }
}
