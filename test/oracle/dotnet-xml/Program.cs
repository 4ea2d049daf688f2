// Outside judge of XML: reads documents with System.Xml and writes them as API Management is seen to write them.
// Standard input: one JSON object a line, { "xml": "…" }.
// Standard output: for each line a JSON object: { "written": "…" }, or { "error": "… Line 1, position 2." } for what is not well-formed.
// Run: dotnet run --project test/oracle/dotnet-xml < documents.jsonl
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

var plain = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
Console.InputEncoding = Console.OutputEncoding = new UTF8Encoding(false);
while (Console.ReadLine() is { } line)
{
    using var request = JsonDocument.Parse(line);
    Console.WriteLine(JsonSerializer.Serialize(Judged(request.RootElement.GetProperty("xml").GetString()!), plain));
}

static object Judged(string xml)
{
    try
    {
        using (var strict = XmlReader.Create(new StringReader(xml))) while (strict.Read()) { }
        // The older reader leaves the line ends of attributes as they stand, which the service is seen to keep, but it lets mistakes pass.
        var reader = new XmlTextReader(new StringReader(xml));
        var document = new XmlDocument { PreserveWhitespace = false, XmlResolver = null };
        document.Load(reader);
        var written = new StringBuilder();
        var layout = new XmlWriterSettings { Indent = true, IndentChars = "\t", NewLineChars = "\r\n", NewLineHandling = NewLineHandling.Replace, OmitXmlDeclaration = true };
        using (var writer = XmlWriter.Create(written, layout)) document.Save(writer);
        return new { written = written.ToString() };
    }
    catch (XmlException error)
    {
        return new { error = error.Message };
    }
}
