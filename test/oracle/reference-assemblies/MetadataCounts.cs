using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

/// <summary>
/// A second reading of the assemblies, straight from their tables and without Roslyn: how many public constructors, methods, properties and fields each type declares.
/// The tests hold the library to it.
/// </summary>
static class MetadataCounts
{
    /// <summary>A type a line, name and the four counts with tabs between them; an assembly a line, its name and how many public types it has.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> paths, IReadOnlySet<string> wanted)
    {
        var counts = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            using var file = new PEReader(File.OpenRead(path));
            var reader = file.GetMetadataReader();
            var visible = reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(type => IsVisible(reader, type)).ToList();
            counts[Path.GetFileName(path)] = [visible.Count];
            foreach (var type in visible)
            {
                var name = Name(reader, type);
                if (wanted.Contains(name)) counts[name] = Count(reader, type);
            }
        }
        return counts.Select(one => string.Join('\t', [one.Key, .. one.Value.Select(count => $"{count}")]));
    }

    static int[] Count(MetadataReader reader, TypeDefinition type)
    {
        var methods = type.GetMethods().Select(reader.GetMethodDefinition).Where(IsPublic).ToList();
        var accessors = type.GetProperties().Select(reader.GetPropertyDefinition).Select(property => property.GetAccessors()).ToList();
        var properties = accessors.Count(accessor => IsPublicMethod(accessor.Getter) || IsPublicMethod(accessor.Setter));
        var fields = type.GetFields().Select(reader.GetFieldDefinition).Count(field => (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public && !field.Attributes.HasFlag(FieldAttributes.RTSpecialName));
        var constructors = methods.Count(method => reader.GetString(method.Name) == ".ctor");
        var ordinary = methods.Count(method => IsOrdinary(reader.GetString(method.Name), method));
        return [constructors, ordinary, properties, fields];

        bool IsPublicMethod(MethodDefinitionHandle handle) => !handle.IsNil && IsPublic(reader.GetMethodDefinition(handle));
    }

    static bool IsOrdinary(string name, MethodDefinition method) => !name.StartsWith('.') && (!method.Attributes.HasFlag(MethodAttributes.SpecialName) || name.StartsWith("op_"));

    static bool IsPublic(MethodDefinition method) => (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public;

    static bool IsVisible(MetadataReader reader, TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) switch
    {
        TypeAttributes.Public => true,
        TypeAttributes.NestedPublic => IsVisible(reader, reader.GetTypeDefinition(type.GetDeclaringType())),
        _ => false,
    };

    /// <summary>With arities, as reflection writes it but with dots: `System.Collections.Generic.Dictionary`2.KeyCollection`.</summary>
    static string Name(MetadataReader reader, TypeDefinition type)
    {
        var own = reader.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil) return $"{Name(reader, reader.GetTypeDefinition(type.GetDeclaringType()))}.{own}";
        var container = reader.GetString(type.Namespace);
        return container == "" ? own : $"{container}.{own}";
    }
}
