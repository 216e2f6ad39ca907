--TEST--
tasks, promise 12: each reads the answer to its SOAP call by its own WSDL, class map, encoding and options
--EXTENSIONS--
soap
--FILE--
<?php
require __DIR__ . '/../inc/temp_path.inc';
use function Uvstream\{delay, run, spawn};

class ThingA { public $x; }
class ThingB { public $x; }

/** A client whose answers come after a while. */
class Slow extends SoapClient
{
    public float $seconds;
    public string $namespace;

    public function __doRequest($request, $location, $action, $version, $oneWay = false, ...$more): ?string
    {
        delay($this->seconds);
        return '<?xml version="1.0"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>' .
            "<m:getResponse xmlns:m='urn:$this->namespace'><return><x>\u{e9}</x></return></m:getResponse></e:Body></e:Envelope>";
    }
}

function wsdl(string $name): string
{
    $path = temp_path("$name.wsdl");
    file_put_contents($path, <<<WSDL
        <definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
            xmlns:tns="urn:$name" xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:$name">
        <types><xsd:schema targetNamespace="urn:$name"><xsd:complexType name="Thing"><xsd:sequence>
            <xsd:element name="x" type="xsd:string" maxOccurs="unbounded"/>
        </xsd:sequence></xsd:complexType></xsd:schema></types>
        <message name="request"/><message name="response"><part name="return" type="tns:Thing"/></message>
        <portType name="P"><operation name="get">
            <input message="tns:request"/><output message="tns:response"/>
        </operation></portType>
        <binding name="B" type="tns:P">
            <soap:binding style="rpc" transport="http://schemas.xmlsoap.org/soap/http"/>
            <operation name="get"><soap:operation soapAction="get"/>
                <input><soap:body use="literal" namespace="urn:$name"/></input>
                <output><soap:body use="literal" namespace="urn:$name"/></output>
            </operation>
        </binding>
        <service name="S"><port name="P" binding="tns:B"><soap:address location="http://127.0.0.1:1/"/></port></service>
        </definitions>
        WSDL);
    return $path;
}

ini_set('soap.wsdl_cache_enabled', '0');
$results = run(function () {
    $options = [
        'A' => ['classmap' => ['Thing' => 'ThingA'], 'features' => SOAP_SINGLE_ELEMENT_ARRAYS],
        'B' => ['classmap' => ['Thing' => 'ThingB'], 'encoding' => 'ISO-8859-1'],
        'C' => [],
    ];
    $tasks = [];
    // Begun one after the other, they end in another order.
    foreach (['A' => 3, 'B' => 1, 'C' => 4, 'B ' => 2, 'A ' => 1, 'C ' => 2] as $name => $waits) {
        $tasks[$name] = spawn(function () use ($name, $waits, $options) {
            $client = new Slow(wsdl(trim($name)), $options[trim($name)]);
            $client->seconds = $waits / 200;
            $client->namespace = trim($name);
            $seen = [];
            for ($i = 0; $i < 3; $i++) {
                $thing = $client->get();
                $seen[] = get_class($thing) . ' ' . (is_array($thing->x) ? 'array ' : '') . bin2hex(((array) $thing->x)[0]);
            }
            return implode(', ', array_unique($seen));
        });
    }
    return array_map(fn ($task) => $task->await(), $tasks);
});
foreach ($results as $name => $seen) echo "$name: $seen\n";
?>
--EXPECT--
A: ThingA array c3a9
B: ThingB e9
C: stdClass c3a9
B : ThingB e9
A : ThingA array c3a9
C : stdClass c3a9
