using System.Collections.Concurrent;
using System.Data;
using System.Linq.Expressions;

namespace EngagementBot.Storage;

/// <summary>The properties of an object whose values go into a statement, read without reflection after the first time.</summary>
internal static class Properties
{
    private static readonly ConcurrentDictionary<Type, Property[]> Known = new();

    public static IReadOnlyList<Property> Of(Type type) => Known.GetOrAdd(type, t => [.. t.GetProperties().Select(p => new Property(p.Name, DbTypeOf(p.PropertyType), Reader(t, p.Name)))]);

    // Told, so that PostgreSQL knows the type of a null too.
    private static DbType? DbTypeOf(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.String => DbType.String,
        TypeCode.Int64 => DbType.Int64,
        TypeCode.Int32 => DbType.Int32,
        TypeCode.Boolean => DbType.Boolean,
        _ => null,
    };

    private static Func<object, object?> Reader(Type type, string name)
    {
        var values = Expression.Parameter(typeof(object));
        var property = Expression.Property(Expression.Convert(values, type), name);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(property, typeof(object)), values).Compile();
    }
}

/// <param name="Type">Null where only the value itself tells.</param>
internal sealed record Property(string Name, DbType? Type, Func<object, object?> Value);
