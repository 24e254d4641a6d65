#include "convert/azure/service_table.hpp"

#include <algorithm>
#include <span>

#include "focus_billing/model/text.hpp"

namespace focus_billing {

namespace {

constexpr ServiceEntry other = {"", "Other", "Other (Other)"};

constexpr ServiceEntry aws_services[] = {
    {"AmazonEC2", "Compute", "Virtual Machines"},
    {"AmazonECS", "Compute", "Containers"},
    {"AmazonEKS", "Compute", "Containers"},
    {"AmazonECR", "Compute", "Containers"},
    {"AWSLambda", "Compute", "Serverless Compute"},
    {"AmazonLightsail", "Compute", "Virtual Machines"},
    {"AWSBatch", "Compute", "Other (Compute)"},
    {"AWSParallelComputingService", "Compute", "Other (Compute)"},
    {"AmazonWorkSpaces", "Business Applications", "Productivity and Collaboration"},
    {"AmazonS3", "Storage", "Object Storage"},
    {"AmazonGlacier", "Storage", "Object Storage"},
    {"AmazonS3GlacierDeepArchive", "Storage", "Object Storage"},
    {"AmazonEFS", "Storage", "File Storage"},
    {"AmazonFSx", "Storage", "File Storage"},
    {"AWSBackup", "Storage", "Backup Storage"},
    {"AWSDataSync", "Migration", "Data Migration"},
    {"AWSDatabaseMigrationSvc", "Migration", "Data Migration"},
    {"AWSMigrationHubRefactorSpaces", "Migration", "Other (Migration)"},
    {"AmazonRDS", "Databases", "Relational Databases"},
    {"AmazonDynamoDB", "Databases", "NoSQL Databases"},
    {"AmazonDocDB", "Databases", "NoSQL Databases"},
    {"AmazonNeptune", "Databases", "NoSQL Databases"},
    {"AmazonElastiCache", "Databases", "Caching"},
    {"AmazonMemoryDB", "Databases", "Caching"},
    {"AmazonRedshift", "Databases", "Data Warehouses"},
    {"AmazonAthena", "Analytics", "Analytics Platforms"},
    {"AWSGlue", "Analytics", "Data Processing"},
    {"ElasticMapReduce", "Analytics", "Data Processing"},
    {"AmazonKinesis", "Analytics", "Streaming Analytics"},
    {"AmazonKinesisFirehose", "Analytics", "Streaming Analytics"},
    {"AmazonMSK", "Analytics", "Streaming Analytics"},
    {"AmazonES", "Analytics", "Search"},
    {"AmazonQuickSight", "Analytics", "Business Intelligence"},
    {"AmazonSageMaker", "AI and Machine Learning", "AI Platforms"},
    {"AmazonBedrock", "AI and Machine Learning", "Generative AI"},
    {"AmazonRekognition", "AI and Machine Learning", "Other (AI and Machine Learning)"},
    {"AmazonTextract", "AI and Machine Learning", "Natural Language Processing"},
    {"AmazonComprehend", "AI and Machine Learning", "Natural Language Processing"},
    {"comprehend", "AI and Machine Learning", "Natural Language Processing"},
    {"translate", "AI and Machine Learning", "Natural Language Processing"},
    {"transcribe", "AI and Machine Learning", "Natural Language Processing"},
    {"AmazonPolly", "AI and Machine Learning", "Natural Language Processing"},
    {"AmazonVPC", "Networking", "Network Infrastructure"},
    {"AWSELB", "Networking", "Application Networking"},
    {"AmazonRoute53", "Networking", "Application Networking"},
    {"AmazonCloudFront", "Networking", "Content Delivery"},
    {"AWSDataTransfer", "Networking", "Network Connectivity"},
    {"AWSDirectConnect", "Networking", "Network Connectivity"},
    {"AWSGlobalAccelerator", "Networking", "Network Connectivity"},
    {"AmazonApiGateway", "Integration", "API Management"},
    {"AWSQueueService", "Integration", "Messaging"},
    {"AmazonSNS", "Integration", "Messaging"},
    {"AmazonMQ", "Integration", "Messaging"},
    {"AmazonStates", "Integration", "Workflow Orchestration"},
    {"AWSEvents", "Integration", "Messaging"},
    {"AmazonSES", "Business Applications", "Productivity and Collaboration"},
    {"AWSIoT", "Internet of Things", "IoT Platforms"},
    {"AmazonCloudWatch", "Management and Governance", "Observability"},
    {"AWSCloudTrail", "Management and Governance", "Observability"},
    {"AWSConfig", "Management and Governance", "Architecture"},
    {"AWSSystemsManager", "Management and Governance", "Other (Management and Governance)"},
    {"AWSCostExplorer", "Management and Governance", "Cost Management"},
    {"AWSSupportBusiness", "Management and Governance", "Support"},
    {"AWSSupportEnterprise", "Management and Governance", "Support"},
    {"AWSDeveloperSupport", "Management and Governance", "Support"},
    {"AWSCloudShell", "Developer Tools", "Developer Platforms"},
    {"CodeBuild", "Developer Tools", "Continuous Integration and Deployment"},
    {"AWSCodePipeline", "Developer Tools", "Continuous Integration and Deployment"},
    {"AmazonCognito", "Identity", "Identity and Access Management"},
    {"AWSDirectoryService", "Identity", "Identity and Access Management"},
    {"awskms", "Security", "Secret Management"},
    {"AWSSecretsManager", "Security", "Secret Management"},
    {"AWSCertificateManager", "Security", "Secret Management"},
    {"awswaf", "Security", "Other (Security)"},
    {"AWSShield", "Security", "Other (Security)"},
    {"AmazonGuardDuty", "Security", "Threat Detection and Response"},
    {"AmazonInspectorV2", "Security", "Other (Security)"},
    {"AWSSecurityHub", "Security", "Security Posture Management"},
    {"AmazonMacie", "Security", "Threat Detection and Response"},
};

constexpr ServiceEntry azure_services[] = {
    {"Microsoft.Compute", "Compute", "Virtual Machines"},
    {"Microsoft.Batch", "Compute", "Other (Compute)"},
    {"Microsoft.ContainerService", "Compute", "Containers"},
    {"Microsoft.ContainerInstance", "Compute", "Containers"},
    {"Microsoft.ContainerRegistry", "Compute", "Containers"},
    {"Microsoft.App", "Compute", "Containers"},
    {"Microsoft.Web", "Web", "Application Platforms"},
    {"Microsoft.DesktopVirtualization", "Compute", "Virtual Machines"},
    {"Microsoft.Capacity", "Compute", "Virtual Machines"},
    {"Microsoft.Storage", "Storage", "Object Storage"},
    {"Microsoft.NetApp", "Storage", "File Storage"},
    {"Microsoft.RecoveryServices", "Storage", "Backup Storage"},
    {"Microsoft.Sql", "Databases", "Relational Databases"},
    {"Microsoft.DBforMySQL", "Databases", "Relational Databases"},
    {"Microsoft.DBforPostgreSQL", "Databases", "Relational Databases"},
    {"Microsoft.DBforMariaDB", "Databases", "Relational Databases"},
    {"Microsoft.DocumentDB", "Databases", "NoSQL Databases"},
    {"Microsoft.Cache", "Databases", "Caching"},
    {"Microsoft.Synapse", "Analytics", "Analytics Platforms"},
    {"Microsoft.Databricks", "Analytics", "Data Processing"},
    {"Microsoft.DataFactory", "Integration", "Workflow Orchestration"},
    {"Microsoft.HDInsight", "Analytics", "Data Processing"},
    {"Microsoft.Fabric", "Analytics", "Analytics Platforms"},
    {"Microsoft.StreamAnalytics", "Analytics", "Streaming Analytics"},
    {"Microsoft.EventHub", "Analytics", "Streaming Analytics"},
    {"Microsoft.Search", "Analytics", "Search"},
    {"Microsoft.MachineLearningServices", "AI and Machine Learning", "AI Platforms"},
    {"Microsoft.CognitiveServices", "AI and Machine Learning", "Generative AI"},
    {"Microsoft.Network", "Networking", "Network Infrastructure"},
    {"Microsoft.Cdn", "Networking", "Content Delivery"},
    {"Microsoft.ServiceBus", "Integration", "Messaging"},
    {"Microsoft.EventGrid", "Integration", "Messaging"},
    {"Microsoft.Logic", "Integration", "Workflow Orchestration"},
    {"Microsoft.ApiManagement", "Integration", "API Management"},
    {"Microsoft.Devices", "Internet of Things", "IoT Platforms"},
    {"Microsoft.Insights", "Management and Governance", "Observability"},
    {"Microsoft.OperationalInsights", "Management and Governance", "Observability"},
    {"Microsoft.Automation", "Management and Governance", "Other (Management and Governance)"},
    {"Microsoft.KeyVault", "Security", "Secret Management"},
    {"Microsoft.Security", "Security", "Security Posture Management"},
    {"Microsoft.AAD", "Identity", "Identity and Access Management"},
    {"Microsoft.AzureStackHCI", "Multicloud", "Multicloud Integration"},
    {"Microsoft.HybridCompute", "Multicloud", "Multicloud Integration"},
};

const ServiceEntry& find_in(std::span<const ServiceEntry> services, std::string_view code) {
    const auto found = std::ranges::find_if(services, [&](const ServiceEntry& service) {
        return equals_ignoring_case(service.code, code);
    });
    return found == services.end() ? other : *found;
}

}  // namespace

const ServiceEntry& aws_service(std::string_view product_code) {
    return find_in(aws_services, product_code);
}

const ServiceEntry& azure_service(std::string_view consumed_service) {
    return find_in(azure_services, consumed_service);
}

}  // namespace focus_billing
