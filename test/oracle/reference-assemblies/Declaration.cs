using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;

/// <summary>One type of a signature file.</summary>
sealed record Declaration(string Type, int? Arity, string? Base, IEnumerable<string>? Interfaces, string? Underlying, IEnumerable<string> Members)
{
    [JsonPropertyName("type")] public string Type { get; } = Type;
    /// <summary>Own type parameters of a type within a generic one; of every other type the parameters in `type` are its own.</summary>
    [JsonPropertyName("arity")] public int? Arity { get; } = Arity;
    [JsonPropertyName("base")] public string? Base { get; } = Base;
    [JsonPropertyName("interfaces")] public IEnumerable<string>? Interfaces { get; } = Interfaces;
    [JsonPropertyName("underlying")] public string? Underlying { get; } = Underlying;
    [JsonPropertyName("members")] public IEnumerable<string> Members { get; } = Members;

    public static Declaration Of(INamedTypeSymbol type)
    {
        var interfaces = type.AllInterfaces.Where(IsPublic).Select(TypeText.Of).ToList();
        return new Declaration(
            Head(type),
            TypeText.AllParameters(type).Count == type.Arity ? null : type.Arity,
            type.BaseType is { } super ? TypeText.Of(super) : null,
            interfaces.Count == 0 ? null : interfaces,
            type.EnumUnderlyingType is { } underlying ? TypeText.Of(underlying) : null,
            MemberText.Declared(type).Select(MemberText.Of));
    }

    /// <summary>`sealed class System.Collections.Generic.Dictionary&lt;TKey, TValue&gt;`, with variance and constraints.</summary>
    public static string Head(INamedTypeSymbol type)
    {
        var parameters = TypeText.AllParameters(type);
        var list = parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => Variance(parameter) + parameter.Name))}>";
        return Modifier(type) + Kind(type) + " " + TypeText.Name(type) + list + TypeText.Constraints(parameters);
    }

    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var super = type.BaseType; super is not null; super = super.BaseType) yield return super;
    }

    static string Modifier(INamedTypeSymbol type) => type.TypeKind != TypeKind.Class ? "" : type.IsStatic ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";

    static string Kind(INamedTypeSymbol type) => type.TypeKind.ToString().ToLowerInvariant();

    static string Variance(ITypeParameterSymbol parameter) => parameter.Variance switch { VarianceKind.In => "in ", VarianceKind.Out => "out ", _ => "" };

    static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public && type.TypeArguments.OfType<INamedTypeSymbol>().All(IsPublic);
}
