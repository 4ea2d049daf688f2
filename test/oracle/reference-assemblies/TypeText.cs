using Microsoft.CodeAnalysis;

/// <summary>Types as the signature files write them: C#, with full names, and with the arguments of containing types before a nested type's own.</summary>
static class TypeText
{
    static readonly Dictionary<SpecialType, string> Keywords = new()
    {
        [SpecialType.System_Object] = "object", [SpecialType.System_Void] = "void", [SpecialType.System_Boolean] = "bool", [SpecialType.System_Char] = "char",
        [SpecialType.System_SByte] = "sbyte", [SpecialType.System_Byte] = "byte", [SpecialType.System_Int16] = "short", [SpecialType.System_UInt16] = "ushort",
        [SpecialType.System_Int32] = "int", [SpecialType.System_UInt32] = "uint", [SpecialType.System_Int64] = "long", [SpecialType.System_UInt64] = "ulong",
        [SpecialType.System_Decimal] = "decimal", [SpecialType.System_Single] = "float", [SpecialType.System_Double] = "double", [SpecialType.System_String] = "string",
    };

    public static string Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{Of(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, IsDefinition: false } nullable => Of(nullable.TypeArguments[0]) + "?",
        INamedTypeSymbol named when Keywords.TryGetValue(named.SpecialType, out var keyword) => keyword,
        INamedTypeSymbol named => Name(named) + Arguments(named),
        ITypeParameterSymbol parameter => parameter.Name,
        IDynamicTypeSymbol => "object",
        _ => throw new NotSupportedException($"{type} has no text"),
    };

    /// <summary>Namespace, containing types and name, without arity: `System.Collections.Generic.Dictionary.KeyCollection`.</summary>
    public static string Name(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return $"{Name(outer)}.{type.Name}";
        return type.ContainingNamespace.IsGlobalNamespace ? type.Name : $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
    }

    /// <summary>With arities: `System.Collections.Generic.Dictionary`2.KeyCollection`.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer) return $"{MetadataName(outer)}.{type.MetadataName}";
        return type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";
    }

    /// <summary>The parameters of the containing types and its own: those of `Dictionary&lt;TKey, TValue&gt;.KeyCollection` are TKey and TValue.</summary>
    public static IReadOnlyList<ITypeParameterSymbol> AllParameters(INamedTypeSymbol type) =>
        [.. type.ContainingType is { } outer ? AllParameters(outer) : [], .. type.TypeParameters];

    static string Arguments(INamedTypeSymbol type)
    {
        var arguments = AllArguments(type).Select(Of).ToList();
        return arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments)}>";
    }

    static IEnumerable<ITypeSymbol> AllArguments(INamedTypeSymbol type) => [.. type.ContainingType is { } outer ? AllArguments(outer) : [], .. type.TypeArguments];

    /// <summary>`where T : class, new()`, for each parameter that is bound.</summary>
    public static string Constraints(IEnumerable<ITypeParameterSymbol> parameters) => string.Concat(parameters.Select(Constraint));

    static string Constraint(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasReferenceTypeConstraint) constraints.Add("class");
        if (parameter.HasValueTypeConstraint) constraints.Add("struct");
        constraints.AddRange(parameter.ConstraintTypes.Select(Of));
        if (parameter is { HasConstructorConstraint: true, HasValueTypeConstraint: false }) constraints.Add("new()");
        return constraints.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", constraints)}";
    }

    /// <summary>The named types that a type mentions, itself among them.</summary>
    public static IEnumerable<INamedTypeSymbol> Mentioned(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Mentioned(array.ElementType),
        INamedTypeSymbol named => AllArguments(named).SelectMany(Mentioned).Prepend(named.OriginalDefinition),
        _ => [],
    };

    /// <summary>Whether an expression, which is safe code and sees these assemblies alone, can have a value of this type.</summary>
    public static bool IsSafe(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsSafe(array.ElementType),
        IPointerTypeSymbol or IFunctionPointerTypeSymbol or IErrorTypeSymbol => false,
        INamedTypeSymbol named => named.SpecialType is not (SpecialType.System_TypedReference or SpecialType.System_ArgIterator or SpecialType.System_RuntimeArgumentHandle) && AllArguments(named).All(IsSafe),
        _ => true,
    };
}
