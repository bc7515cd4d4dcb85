using System.Text;
using Oversight.Cli;

if (OperatingSystem.IsWindows())
    Console.OutputEncoding = Encoding.UTF8;
return CommandLine.Run(args);
