using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis;

/// <summary>Public members as the signature files write them: C# declarations without bodies, constructors as `.ctor`, indexers as `Item`, operators as `op_Addition`.</summary>
static class MemberText
{
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a type itself declares and code outside can use, in the order of the metadata.</summary>
    public static IEnumerable<ISymbol> Declared(INamedTypeSymbol type) =>
        type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && IsUsable(member) && !IsWithdrawn(member) && Signature(member).All(TypeText.IsSafe));

    static bool IsUsable(ISymbol member) => member switch
    {
        IMethodSymbol { ContainingType.TypeKind: TypeKind.Delegate } method => method.MethodKind == MethodKind.DelegateInvoke,
        IMethodSymbol { ContainingType.TypeKind: TypeKind.Enum } => false,
        IMethodSymbol { IsVararg: true } => false,
        IMethodSymbol method => method.MethodKind is MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion,
        IPropertySymbol => true,
        IFieldSymbol field => field.ContainingType.TypeKind != TypeKind.Enum || field.IsConst,
        _ => false,
    };

    /// <summary>Using it is an error: `[Obsolete("…", true)]`.</summary>
    static bool IsWithdrawn(ISymbol member) =>
        member.GetAttributes().Any(attribute => attribute is { AttributeClass.Name: "ObsoleteAttribute", ConstructorArguments: [_, { Value: true }] });

    /// <summary>All types of a member's declaration.</summary>
    public static IEnumerable<ITypeSymbol> Signature(ISymbol member) => member switch
    {
        IMethodSymbol method => [method.ReturnType, .. method.Parameters.Select(parameter => parameter.Type), .. method.TypeParameters.SelectMany(parameter => parameter.ConstraintTypes)],
        IPropertySymbol property => [property.Type, .. property.Parameters.Select(parameter => parameter.Type)],
        IFieldSymbol field => [field.Type],
        _ => [],
    };

    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $".ctor({Parameters(constructor.Parameters)})",
        IMethodSymbol method => $"{Static(method)}{(method.IsOverride ? "override " : "")}{TypeText.Of(method.ReturnType)} {method.Name}{TypeParameters(method)}({This(method)}{Parameters(method.Parameters)}){TypeText.Constraints(method.TypeParameters)}",
        IPropertySymbol property => $"{Static(property)}{TypeText.Of(property.Type)} {(property.IsIndexer ? $"Item[{Parameters(property.Parameters)}]" : property.Name)} {{ {Accessors(property)}}}",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } value => $"{value.Name} = {Constant(value.ConstantValue)}",
        IFieldSymbol { IsConst: true, Type.SpecialType: not SpecialType.System_Decimal } constant => $"const {TypeText.Of(constant.Type)} {constant.Name} = {Constant(constant.ConstantValue)}",
        IFieldSymbol field => $"{Static(field)}{(field.IsReadOnly || field.IsConst ? "readonly " : "")}{TypeText.Of(field.Type)} {field.Name}",
        _ => throw new NotSupportedException($"{member} has no text"),
    };

    static string Static(ISymbol member) => member.IsStatic ? "static " : "";
    static string This(IMethodSymbol method) => method.IsExtensionMethod ? "this " : "";
    static string TypeParameters(IMethodSymbol method) => method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeParameters.Select(parameter => parameter.Name))}>";
    static string Parameters(IEnumerable<IParameterSymbol> parameters) => string.Join(", ", parameters.Select(Parameter));

    static string Parameter(IParameterSymbol parameter)
    {
        var modifier = parameter switch { { IsParams: true } => "params ", { RefKind: RefKind.Ref } => "ref ", { RefKind: RefKind.Out } => "out ", _ => "" };
        var optional = !parameter.IsOptional ? "" : parameter.HasExplicitDefaultValue ? $" = {Constant(parameter.ExplicitDefaultValue)}" : " = default";
        return $"{modifier}{TypeText.Of(parameter.Type)} {parameter.Name}{optional}";
    }

    /// <summary>An override that gives one accessor leaves the other as the overridden property has it.</summary>
    static string Accessors(IPropertySymbol property) => (HasPublic(property, it => it.GetMethod) ? "get; " : "") + (HasPublic(property, it => it.SetMethod) ? "set; " : "");

    static bool HasPublic(IPropertySymbol? property, Func<IPropertySymbol, IMethodSymbol?> accessor)
    {
        for (; property is not null; property = property.OverriddenProperty)
            if (accessor(property) is { } found) return found.DeclaredAccessibility == Accessibility.Public;
        return false;
    }

    /// <summary>As JSON, and the three numbers that JSON lacks by name.</summary>
    static string Constant(object? value) => value switch
    {
        double number => number.ToString("R", CultureInfo.InvariantCulture).Replace("∞", "Infinity"),
        float number => ((double)number).ToString("R", CultureInfo.InvariantCulture).Replace("∞", "Infinity"),
        _ => JsonSerializer.Serialize(value, Readable),
    };
}
