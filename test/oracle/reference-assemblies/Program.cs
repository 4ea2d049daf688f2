// Writes the signatures that policy expressions meet: the public types of .NET Framework 4.7.2 and Newtonsoft.Json, as Roslyn reads them.
// Members are written for the types that APIM allows, for those in schemas/expressions/further-types.json, for all that appear in their signatures, and for the bases
// and interfaces of these; of every other type the name.
// Run, from the root: dotnet run --project test/oracle/reference-assemblies -- schemas/expressions fixtures/csharp/member-counts.tsv
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

var (folder, countsFile) = (args[0], args[1]);
var metadata = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(item => item.Key, item => item.Value!);
string[] names = ["mscorlib", "System", "System.Core", "System.Xml", "System.Xml.Linq"];
string[] paths = [.. names.Select(name => Path.Combine(metadata["Framework"], name + ".dll")), metadata["Newtonsoft"]];
var references = paths.Select(path => MetadataReference.CreateFromFile(path)).ToList();
var compilation = CSharpCompilation.Create("reader", [], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
var assemblies = references.Select(reference => (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).ToList();
var everyType = assemblies.SelectMany(assembly => PublicTypes(assembly.GlobalNamespace)).ToList();

var roots = Roots.Read(folder);
var withMembers = Reached.From(everyType.Where(roots.Contains), roots.Reaches, everyType);
foreach (var assembly in assemblies)
{
    var own = everyType.Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)).OrderBy(TypeText.Name, StringComparer.Ordinal).ThenBy(type => type.Arity).ToList();
    var content = new
    {
        assembly = assembly.Identity.GetDisplayName(),
        types = own.Where(withMembers.Contains).Select(Declaration.Of),
        namesOnly = own.Where(type => !withMembers.Contains(type)).Select(Declaration.Head),
    };
    Directory.CreateDirectory(Path.Combine(folder, "assemblies"));
    Write(Path.Combine(folder, "assemblies", assembly.Name + ".json"), content);
}
File.WriteAllLines(countsFile, MetadataCounts.Of(paths, withMembers.Select(TypeText.MetadataName).ToHashSet()));

static void Write(string path, object content)
{
    var options = new JsonSerializerOptions { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
    File.WriteAllText(path, JsonSerializer.Serialize(content, options) + "\n");
}

static IEnumerable<INamedTypeSymbol> PublicTypes(INamespaceOrTypeSymbol container) => container.GetMembers().SelectMany(member => member switch
{
    INamespaceSymbol inner => PublicTypes(inner),
    INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type => PublicTypes(type).Prepend(type),
    _ => [],
});

/// <summary>The types whose members are wanted in any case.</summary>
sealed class Roots(HashSet<string> allowed, HashSet<string> further, HashSet<string> namespaces)
{
    public static Roots Read(string folder)
    {
        using var allowed = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "allowed-types.json")));
        using var further = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "further-types.json")));
        var listed = allowed.RootElement.GetProperty("types").EnumerateArray().Select(type => type.GetProperty("name").GetString()!.Split('<')[0]);
        return new Roots([.. listed], [.. Texts(further, "types")], [.. Texts(further, "namespaces")]);
    }

    public bool Contains(INamedTypeSymbol type) => Reaches(type) || further.Contains(TypeText.Name(type)) || IsException(type);

    /// <summary>Whether the members of the types in its signatures are wanted too.</summary>
    public bool Reaches(INamedTypeSymbol type) => allowed.Contains(TypeText.Name(type)) || namespaces.Contains(type.ContainingNamespace.ToDisplayString());

    /// <summary>Any of them may stand in a `catch` or behind `throw new`.</summary>
    static bool IsException(INamedTypeSymbol type) => type.ContainingNamespace.Name is "System" or "IO" or "Json" && Declaration.Bases(type).Any(one => one.Name == "Exception");

    static List<string> Texts(JsonDocument document, string property) => [.. document.RootElement.GetProperty(property).EnumerateArray().Select(item => item.GetString()!)];
}

/// <summary>The roots, what the signatures of most of them mention, and of all of these the containing types, bases and interfaces.</summary>
static class Reached
{
    public static HashSet<INamedTypeSymbol> From(IEnumerable<INamedTypeSymbol> roots, Func<INamedTypeSymbol, bool> reaches, IReadOnlyCollection<INamedTypeSymbol> known)
    {
        var all = new HashSet<INamedTypeSymbol>(known, SymbolEqualityComparer.Default);
        var reached = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var root in roots.ToList())
        {
            Add(root);
            if (!reaches(root)) continue;
            foreach (var mentioned in MemberText.Declared(root).SelectMany(MemberText.Signature).SelectMany(TypeText.Mentioned)) Add(mentioned);
        }
        return reached;

        void Add(INamedTypeSymbol type)
        {
            if (!all.Contains(type) || !reached.Add(type)) return;
            foreach (var super in Declaration.Bases(type).Concat(type.AllInterfaces).SelectMany(TypeText.Mentioned)) Add(super);
        }
    }
}
